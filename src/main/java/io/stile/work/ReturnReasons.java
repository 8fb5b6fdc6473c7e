package io.stile.work;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of reasons for which tasks can be returned; process owners keep it. Each change leaves an entry in the audit log. */
@Service
public class ReturnReasons {

  private static final int LONGEST = 100;

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  ReturnReasons(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, those that can be chosen first, by their words. */
  public List<ReturnReason> all() {
    return jdbc.sql("""
        select r.*, (select count(*) from task_return t where t.reason = r.key)::int as used from return_reason r
        order by r.retired_at is not null, lower(r.label)""").query((row, index) -> {
      Timestamp retired = row.getTimestamp("retired_at");
      return new ReturnReason(row.getString("key"), row.getString("label"), retired == null ? null : retired.toInstant(),
          row.getInt("used"));
    }).list();
  }

  /** Those that can be chosen, by their words. */
  public List<ReturnReason> offered() {
    return all().stream().filter(ReturnReason::isOffered).toList();
  }

  /**
   * Expects a reason that can be chosen.
   *
   * @throws TaskRefused if there is no such reason, or it is retired
   */
  ReturnReason required(String key) {
    return offered().stream().filter(reason -> reason.key().equals(key)).findFirst().orElseThrow(() -> TaskRefused.invalid(
        "reason", key == null || key.isBlank() ? "Choose why it is returned." : "'%.60s' is no reason; expected one of %s.".formatted(key,
            String.join(", ", offered().stream().map(ReturnReason::key).toList()))));
  }

  /**
   * Adds a reason.
   *
   * @param label in a few words; 1 to 100 characters that no other reason that can be chosen has
   * @throws TaskRefused if it cannot be accepted
   */
  @Transactional
  public void add(String label) {
    String words = label == null ? "" : label.strip();
    if (words.isEmpty() || words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
      throw TaskRefused.invalid("label", "Expected a reason in at most %d characters, in one line.".formatted(LONGEST));
    }
    holdStill();
    List<ReturnReason> all = all();
    if (all.stream().anyMatch(reason -> reason.label().equalsIgnoreCase(words))) {
      throw TaskRefused.invalid("label", "“%s” is in the list already; expected another reason.".formatted(words));
    }
    String key = freeKey(words, all.stream().map(ReturnReason::key).toList());
    jdbc.sql("insert into return_reason (key, label) values (?, ?)").params(key, words).update();
    audit.record("added", new Subject("return reason", key, words), new Changes().add("reason", null, words));
  }

  /**
   * Takes a reason out of what can be chosen; the returns that name it keep it.
   *
   * @throws TaskRefused if there is no such reason, or it is the last one
   */
  @Transactional
  public void retire(String key) {
    holdStill();
    ReturnReason reason = known(key);
    if (reason.isOffered() && offered().size() == 1) {
      throw new TaskRefused(TaskRefused.Kind.CONFLICT,
          "“%s” is the last reason; without one nobody could return anything".formatted(reason.label()));
    }
    if (jdbc.sql("update return_reason set retired_at = ? where key = ? and retired_at is null")
        .params(TaskTable.utc(clock.instant()), key).update() == 1) {
      audit.record("retired", new Subject("return reason", key, reason.label()), new Changes());
    }
  }

  /**
   * Lets a reason be chosen again.
   *
   * @throws TaskRefused if there is no such reason
   */
  @Transactional
  public void restore(String key) {
    holdStill();
    ReturnReason reason = known(key);
    if (jdbc.sql("update return_reason set retired_at = null where key = ? and retired_at is not null").param(key).update() == 1) {
      audit.record("took up again", new Subject("return reason", key, reason.label()), new Changes());
    }
  }

  /** Two who change the list at the same instant do so one after the other. */
  private void holdStill() {
    jdbc.sql("lock table return_reason in share row exclusive mode").update();
  }

  private ReturnReason known(String key) {
    return all().stream().filter(reason -> reason.key().equals(key)).findFirst().orElseThrow(() ->
        new TaskRefused(TaskRefused.Kind.UNKNOWN, "There is no reason '%.60s' for returning a task".formatted(key)));
  }

  private static String freeKey(String words, List<String> taken) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^[^a-z]+|-+$", "");
    String key = plain.isEmpty() ? "reason" : plain.substring(0, Math.min(plain.length(), 50)).replaceAll("-+$", "");
    String free = key;
    for (int i = 2; taken.contains(free); i++) {
      free = key + "-" + i;
    }
    return free;
  }
}
