package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers which page somebody wanted who had to sign in first. Only a page is such a place, not a piece that htmx asked for; and only
 * its address is kept.
 */
final class WantedPage implements RequestCache {

  private static final String ATTRIBUTE = "stile.wanted-page";

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (isPage(request)) {
      String query = request.getQueryString();
      String path = request.getRequestURI().substring(request.getContextPath().length());
      request.getSession().setAttribute(ATTRIBUTE, query == null ? path : path + "?" + query);
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod()) && !Htmx.asked(request)
        && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE);
  }

  @Override
  public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    Object wanted = session == null ? null : session.getAttribute(ATTRIBUTE);
    // Two slashes would lead to another host.
    return wanted instanceof String page && page.startsWith("/") && !page.startsWith("//") ? new SimpleSavedRequest(page) : null;
  }

  /** Null: the page is loaded anew. */
  @Override
  public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }
}
