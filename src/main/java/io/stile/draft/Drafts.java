package io.stile.draft;

import io.stile.draft.DraftRefused.Kind;
import io.stile.draft.DraftTable.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what employees type, each one's for himself. Two pages that write the same draft never overwrite each other: the
 * second one goes on in a draft of its own.
 */
@Service
public class Drafts {

  /** The most that one draft holds, in bytes of JSON: every form of ours filled to the brim is smaller. */
  public static final int MOST_BYTES = 256 * 1024;
  /** The most that one employee keeps. */
  public static final int MOST_DRAFTS = 200;
  /** How long a draft is kept after its last change. */
  public static final Duration KEPT_FOR = Duration.ofDays(30);
  /** How long it is remembered that a draft was sent; no save is on its way for longer. */
  private static final Duration REMEMBERED_FOR = Duration.ofDays(1);

  /** As JSON writes it; a backslash that is itself written by two is none. */
  private static final Pattern NO_CHARACTER = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

  private final DraftTable table;
  private final Clock clock;

  Drafts(DraftTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The id for a page that is about to be loaded; nothing is kept before something is typed. */
  public UUID newId() {
    return UUID.randomUUID();
  }

  /**
   * Keeps what a page sends. A page that does not know what another one has saved meanwhile gets a draft of its own,
   * always the same one.
   *
   * @throws DraftRefused if it is too large, or the draft somebody else's
   */
  @Transactional
  public Kept keep(DraftSave save, String employee) {
    requireRoom(save);
    Instant now = clock.instant();
    Optional<Standing> found = table.lock(save.draft());
    if (found.isEmpty()) {
      return begin(save, employee, now);
    }
    Standing standing = found.get();
    if (!standing.employee().equals(employee)) {
      throw unknown(save.draft());
    }
    if (standing.ended()) {
      return new Kept(save.draft(), standing.version(), now, null, true);
    }
    if (save.page().equals(standing.page())) {
      return save.count() > standing.count() ? changed(save, now)
          : new Kept(save.draft(), standing.version(), standing.changedAt(), null, false);
    }
    return save.version() == standing.version() ? changed(save, now) : beside(save, standing, employee);
  }

  private Kept begin(DraftSave save, String employee, Instant now) {
    if (table.count(employee) >= MOST_DRAFTS) {
      throw new DraftRefused(Kind.TOO_LARGE, null,
          "You have %d drafts, which is the most; discard some that you do not need.".formatted(MOST_DRAFTS));
    }
    // Not inserted: another save of the same id has been faster, and now it is there.
    return table.insert(save, employee, now) ? new Kept(save.draft(), 1, now, null, false) : keep(save, employee);
  }

  private Kept changed(DraftSave save, Instant now) {
    return new Kept(save.draft(), table.update(save, now), now, null, false);
  }

  private Kept beside(DraftSave save, Standing other, String employee) {
    UUID own = UUID.nameUUIDFromBytes((save.draft() + "/" + save.page()).getBytes(StandardCharsets.UTF_8));
    Kept kept = keep(new DraftSave(own, save.of(), save.page(), save.count(), 0, save.typed()), employee);
    return new Kept(kept.draft(), kept.version(), kept.at(), other.changedAt(), kept.ended());
  }

  private void requireRoom(DraftSave save) {
    String text = table.text(save.typed());
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new DraftRefused(Kind.TOO_LARGE, "typed",
          "This is too long to be kept as a draft: %d bytes; at most %d are kept.".formatted(bytes, MOST_BYTES));
    }
    if (NO_CHARACTER.matcher(text).find()) {
      throw DraftRefused.invalid("typed", "Expected text; this holds the character U+0000, which no text can have.");
    }
  }

  /** The drafts of an employee, the one changed last first. */
  public List<Draft> of(String employee) {
    return table.of(employee, MOST_DRAFTS);
  }

  /** What an employee has typed for a task, the one changed last first. */
  public List<Draft> ofTask(String employee, long task) {
    return table.ofTask(employee, task);
  }

  /** The draft of that id, empty if the employee has none that is not sent or discarded. */
  public Optional<Draft> byId(UUID id, String employee) {
    return table.byId(id, employee);
  }

  /**
   * Ends a draft because its form is sent, in the transaction in which it takes effect. A save that is still on its way
   * brings nothing back.
   *
   * @param id may be null: a page without script keeps nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sent(UUID id, String employee) {
    if (id != null) {
      table.end(id, employee, clock.instant());
    }
  }

  /**
   * Throws a draft away.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean discard(UUID id, String employee) {
    return table.byId(id, employee).isPresent() && table.end(id, employee, clock.instant());
  }

  /** Removes what nobody has changed for {@link #KEPT_FOR}; answers how many rows that were. */
  @Transactional
  public int removeOld() {
    Instant now = clock.instant();
    return table.remove(now.minus(KEPT_FOR), now.minus(REMEMBERED_FOR));
  }

  private static DraftRefused unknown(UUID id) {
    return new DraftRefused(Kind.UNKNOWN, null, "There is no draft " + id);
  }
}
