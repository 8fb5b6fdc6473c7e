package io.stile.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.WebUtils;

/**
 * Brings whoever was interrupted by a customer back to his own work, where he left it: to the task or queue that he looked at
 * last. What he typed there is a draft.
 */
@Controller
@PreAuthorize("hasRole('EMPLOYEE')")
class LastWork {

  private static final String COOKIE = "last-work";
  private static final Pattern WORK = Pattern.compile("/tasks/\\d{1,18}|/queues/[a-z0-9-]{1,60}|/");

  @GetMapping("/back")
  String back(HttpServletRequest request) {
    return "redirect:" + Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue)
        .map(value -> "/" + value.replace('.', '/')).filter(LastWork::isWork).orElse("/");
  }

  static boolean isWork(String path) {
    return WORK.matcher(path).matches();
  }

  /** Remembers a page of work. A cookie holds no slash without quotes, so it holds dots. */
  static ResponseCookie cookie(String path, boolean secure) {
    return ResponseCookie.from(COOKIE, path.substring(1).replace('/', '.')).path("/").httpOnly(true).sameSite("Lax")
        .secure(secure).build();
  }
}
