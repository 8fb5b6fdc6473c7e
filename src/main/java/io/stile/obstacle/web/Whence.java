package io.stile.obstacle.web;

import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The page from which somebody reports an obstacle: its request is attached, and he goes back to it. */
@Component
class Whence {

  private static final Pattern OURS = Pattern.compile("/(?!/)[A-Za-z0-9/._-]{0,200}");
  private static final Pattern REQUEST = Pattern.compile("/requests/(SR-\\d+).*");
  private static final Pattern TASK = Pattern.compile("/tasks/(\\d{1,18}).*");

  private final TaskLookup tasks;

  Whence(TaskLookup tasks) {
    this.tasks = tasks;
  }

  /** The path of the page that led here; {@code /} if it is none of ours, or the list of obstacles itself. */
  String page(String referer, String host) {
    try {
      URI from = new URI(referer == null ? "" : referer);
      boolean ours = host.equals(from.getAuthority()) && from.getPath() != null;
      return ours && !from.getPath().startsWith("/obstacles") ? safe(from.getPath()) : "/";
    } catch (URISyntaxException unreadable) {
      return "/";
    }
  }

  /** A path within the application; {@code /} instead of anything else. */
  String safe(String path) {
    return path != null && OURS.matcher(path).matches() ? path : "/";
  }

  /** The number of the request that the page is about, empty if it is about none. */
  Optional<String> request(String page) {
    Matcher request = REQUEST.matcher(page);
    Matcher task = TASK.matcher(page);
    return request.matches() ? Optional.of(request.group(1))
        : task.matches() ? tasks.byId(Long.parseLong(task.group(1))).map(Task::request) : Optional.empty();
  }
}
