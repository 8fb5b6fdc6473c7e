package io.stile.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what stands around a page, from what the modules contribute. */
@Component
final class Shell {

  private final List<Menu> menus;
  private final List<Badges> badges;
  private final Viewers viewers;
  private final Clock clock;
  private final Map<String, Object> helpers;

  Shell(List<Menu> menus, List<Badges> badges, Viewers viewers, Clock clock, Islands islands, Times times, Avatars avatars) {
    this.menus = menus;
    this.badges = badges;
    this.viewers = viewers;
    this.clock = clock;
    // As attributes, because Thymeleaf lets no bean into addresses and unescaped text.
    helpers = Map.of("islands", islands, "times", times, "avatars", avatars);
  }

  /**
   * What each template finds: {@code viewer} (null before the sign-in), {@code now}, {@code shell}, {@code islands}, {@code times},
   * {@code avatars}.
   */
  Map<String, Object> attributes(HttpServletRequest request) {
    Map<String, Object> attributes = new HashMap<>(helpers);
    Viewer viewer = viewers.current().orElse(null);
    attributes.put("viewer", viewer);
    attributes.put("now", clock.instant());
    attributes.put("shell", viewer == null ? null : new Surroundings(viewer.signIn(), path(request), menus, badges));
    return attributes;
  }

  /** What a template finds that must not ask anybody for anything: no viewer, no shell. */
  Map<String, Object> bare() {
    Map<String, Object> attributes = new HashMap<>(helpers);
    attributes.put("viewer", null);
    attributes.put("shell", null);
    return attributes;
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String original ? original : request.getRequestURI();
    return path.substring(request.getContextPath().length());
  }
}
