package io.stile.customer;

/** What a customer is entitled to; decisions of a request type can depend on it. */
public enum Tier { STANDARD, GOLD }
