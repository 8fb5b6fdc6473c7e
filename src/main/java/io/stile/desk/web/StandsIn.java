package io.stile.desk.web;

import java.time.Instant;

/**
 * That the viewer stands in for somebody.
 *
 * @param name  of who is absent
 * @param until when he is there again
 */
record StandsIn(String name, Instant until) {}
