package io.stile.web;

import java.util.List;

/** Counts beside menu entries and on the bell. Any number of beans; asked with each page and every 20 seconds, so they must be cheap. */
public interface Badges {

  /** The counts of this person. Zero is as good as leaving it out. */
  List<Badge> badgesFor(String signIn);
}
