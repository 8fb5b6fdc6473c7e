package io.stile.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may use which route. */
public final class RouteRules {

  private RouteRules() {}

  /** All routes of our handler methods, as {@code {GET [/people]} PeoplePage#people}. */
  public static List<String> routes(ApplicationContext application) {
    return handlers(application, false);
  }

  /** Those that say neither at the method nor at the class who may use them. */
  public static List<String> routesWithoutRule(ApplicationContext application) {
    return handlers(application, true);
  }

  private static List<String> handlers(ApplicationContext application, boolean withoutRule) {
    List<String> routes = new ArrayList<>();
    application.getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().forEach((route, handler) -> {
      if (!withoutRule || !hasRule(handler)) {
        routes.add("%s %s#%s".formatted(route, handler.getBeanType().getSimpleName(), handler.getMethod().getName()));
      }
    }));
    return routes;
  }

  private static boolean hasRule(HandlerMethod handler) {
    return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PreAuthorize.class)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PreAuthorize.class);
  }
}
