package io.stile.request;

import java.util.List;

/**
 * A part of a list of requests.
 *
 * @param next the cursor with which the part behind it is asked for, or null if there is none
 */
public record RequestPage(List<Request> items, String next) {

  public RequestPage {
    items = List.copyOf(items);
  }
}
