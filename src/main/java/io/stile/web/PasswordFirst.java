package io.stile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads somebody whose password was given to him by somebody else to the page where he chooses his own, before anything else. */
final class PasswordFirst extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.equals(PageSecurity.NEW_PASSWORD) || path.equals(PageSecurity.SIGN_OUT) || path.startsWith("/assets/")
        || request.getHeader(Htmx.BACKGROUND) != null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present == null || !(present.getPrincipal() instanceof SignedIn signedIn) || !signedIn.passwordIsTemporary()) {
      chain.doFilter(request, response);
    } else if (Htmx.asked(request)) {
      response.setHeader(Htmx.REDIRECT, request.getContextPath() + PageSecurity.NEW_PASSWORD);
      response.setStatus(HttpStatus.FORBIDDEN.value());
    } else {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader("Location", request.getContextPath() + PageSecurity.NEW_PASSWORD);
    }
  }
}
