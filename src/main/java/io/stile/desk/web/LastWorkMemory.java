package io.stile.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has the browser remember the page of work that it showed last; pieces of pages do not count. */
@Configuration(proxyBeanMethods = false)
class LastWorkMemory implements WebMvcConfigurer, HandlerInterceptor {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean page = "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null;
    if (page && LastWork.isWork(request.getRequestURI())) {
      response.addHeader(HttpHeaders.SET_COOKIE, LastWork.cookie(request.getRequestURI(), request.isSecure()).toString());
    }
    return true;
  }
}
