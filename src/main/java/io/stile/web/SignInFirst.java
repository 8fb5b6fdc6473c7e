package io.stile.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends somebody without a session to the sign-in page. A request by htmx must not be redirected, or the sign-in page would appear inside
 * the other page; and what a page asks for by itself must not lead away from it, or what somebody is typing would be lost.
 */
final class SignInFirst extends LoginUrlAuthenticationEntryPoint {

  SignInFirst(String page) {
    super(page);
  }

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException, ServletException {
    if (!Htmx.asked(request)) {
      super.commence(request, response, refusal);
      return;
    }
    if (request.getHeader(Htmx.BACKGROUND) == null) {
      response.setHeader(Htmx.REDIRECT, request.getContextPath() + getLoginFormUrl());
    }
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
  }
}
