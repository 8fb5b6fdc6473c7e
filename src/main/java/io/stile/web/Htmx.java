package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;

/** The headers between pages and server; {@code src/main/frontend/page} is the other side. */
final class Htmx {

  /** Answer: where to go instead of showing anything. */
  static final String REDIRECT = "HX-Redirect";
  /** Answer: where to show this, whatever the page had in mind. */
  static final String RETARGET = "HX-Retarget";
  static final String RESWAP = "HX-Reswap";
  /** Request: nobody clicked, the page asks by itself. */
  static final String BACKGROUND = "Stile-Background";
  /** Answer: the instant at the server, for due times that count on in the browser. */
  static final String TIME = "Stile-Time";
  /** Answer: the token of the present session, for a page that is older than it. */
  static final String CSRF = "Stile-Csrf";
  /** Answer: whose session it is now. */
  static final String VIEWER = "Stile-Viewer";

  private Htmx() {}

  static boolean asked(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }
}
