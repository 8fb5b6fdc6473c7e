package io.stile.customer;

/** A contact with a customer was kept. Published in its transaction. */
public record InteractionLogged(Interaction interaction) {}
