package io.stile.desk.web;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was begun and not sent.
 *
 * @param what      what it would become: "Phone swap", "Reserve the handset", "Contact"
 * @param customer  name of the customer, or null if it is about none
 * @param standing  why it cannot be sent any more, in words; null if it can
 * @param words     the beginning of what was typed; may be empty
 * @param changedAt when it was kept last
 * @param address   of the page on which it goes on
 */
record DraftLine(UUID id, String what, String customer, String standing, String words, Instant changedAt,
                 String address) {}
