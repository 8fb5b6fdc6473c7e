package io.stile.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The references of the tasks: the number under which somebody else keeps the same matter, for example a supplier. Each task
 * has at most one; what it was before stands in the journal.
 */
@Component
public class References {

  private static final int LONGEST = 200;
  /** Shorter pieces have no trigram to look up. */
  private static final int SHORTEST_PIECE = 3;

  private final JdbcClient jdbc;
  private final Journal journal;

  References(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /**
   * Keeps a reference with a task, instead of the one that was kept with it; nothing typed removes it. Runs in the caller's
   * transaction, which holds the request.
   *
   * @param task  id of the task
   * @param name  of the task, for the journal
   * @param typed at most 200 characters on one line; space around it and runs of space in it count as none and one
   * @param by    sign-in name of who keeps it
   * @throws RequestRefused if it is too long, or holds characters that do not belong on a line
   */
  public void keep(String request, long task, String name, String typed, String by) {
    String reference = oneLine(typed);
    String former = of(task).orElse(null);
    if (reference.isEmpty() && former != null) {
      jdbc.sql("delete from task_reference where task = ?").param(task).update();
      journal.add(request, JournalKind.REFERENCE_REMOVED, by, Map.of("task", name, "former", former));
    } else if (!reference.isEmpty() && !reference.equals(former)) {
      jdbc.sql("""
          insert into task_reference (task, request, value) values (?, ?, ?)
          on conflict (task) do update set value = excluded.value""").params(task, request, reference).update();
      Map<String, String> details = new HashMap<>(Map.of("task", name, "reference", reference));
      details.put("former", former);
      journal.add(request, JournalKind.REFERENCE_KEPT, by, details);
    }
  }

  /** Has the reference of a task that belongs to another request now belong there, too. */
  public void move(long task, String to) {
    jdbc.sql("update task_reference set request = ? where task = ?").params(to, task).update();
  }

  private static String oneLine(String typed) {
    String reference = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    if (reference.length() > LONGEST || reference.chars().anyMatch(Character::isISOControl)) {
      throw RequestRefused.invalid("reference", "Expected at most %d characters on one line; this has %d."
          .formatted(LONGEST, reference.length()));
    }
    return reference;
  }

  /** The reference that is kept with a task, empty if there is none. */
  public Optional<String> of(long task) {
    return Optional.ofNullable(of(List.of(task)).get(task));
  }

  /** The references of several tasks by the tasks' ids; a task that has none is missing. */
  public Map<Long, String> of(Collection<Long> tasks) {
    Map<Long, String> references = new HashMap<>();
    if (!tasks.isEmpty()) {
      jdbc.sql("select task, value from task_reference where task = any(?)").param(tasks.toArray(Long[]::new))
          .query(row -> {
            references.put(row.getLong("task"), row.getString("value"));
          });
    }
    return references;
  }

  /**
   * A reference that was found.
   *
   * @param task    id of the task with which it is kept
   * @param request number of its request
   * @param exact   whether it is what was typed, in upper or lower case
   */
  public record Found(long task, String request, String reference, boolean exact) {}

  /**
   * The references that contain what somebody typed, in upper or lower case; the one that is just that first, then the short
   * ones.
   *
   * @param typed less than three characters find nothing
   */
  public List<Found> find(String typed, int atMost) {
    String piece = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    if (piece.length() < SHORTEST_PIECE || piece.length() > LONGEST || piece.indexOf('\0') >= 0) {
      return List.of();
    }
    return jdbc.sql("select * from tasks_with_reference_like(?, ?)").params(piece, atMost)
        .query((row, index) -> new Found(row.getLong("task"), row.getString("request"), row.getString("value"),
            row.getString("value").equalsIgnoreCase(piece))).list();
  }
}
