package io.stile.customer;

/** What kind of handset a contract pays for. */
public enum DeviceClass { BASIC, STANDARD, PREMIUM }
