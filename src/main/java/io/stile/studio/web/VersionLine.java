package io.stile.studio.web;

import io.stile.catalogue.Publication;

/**
 * A version of a model on its page.
 *
 * @param author   name of who published it
 * @param approver name of the second person; null if nobody was asked
 * @param running  how many requests run on it
 */
record VersionLine(Publication publication, String author, String approver, int running) {

  /** Where it came from, as people read it; empty if it was edited here. */
  public String source() {
    return switch (publication.source()) {
      case SHIPPED -> "shipped";
      case EDITED -> "";
      case RESTORED -> "restored";
      case IMPORTED -> "imported";
    };
  }
}
