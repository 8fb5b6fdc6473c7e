package io.stile.organisation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.stile.sla.WorkingCalendar;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The working calendars of the departments. */
@Service
public class Calendars {

  /** How long another node may still count with a calendar that has been changed here. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final CalendarTables tables;
  private final LoadingCache<String, WorkingCalendar> kept;

  Calendars(CalendarTables tables) {
    this.tables = tables;
    this.kept = Caffeine.newBuilder().expireAfterWrite(KEPT).build(this::read);
  }

  /** @throws IllegalArgumentException if there is no such calendar; it names those there are */
  public WorkingCalendar byKey(String key) {
    return kept.get(key);
  }

  public boolean exists(String key) {
    return tables.plan(key).isPresent();
  }

  /** Keys of all calendars, in alphabetical order. */
  public List<String> keys() {
    return tables.keys();
  }

  @Transactional
  public void add(CalendarPlan plan) {
    tables.insert(plan);
    forgetAfterCommit(plan.key());
  }

  /** Makes one day of a calendar special; replaces what was special about that day before. */
  @Transactional
  public void set(String key, SpecialDay day) {
    tables.replace(key, day);
    forgetAfterCommit(key);
  }

  private WorkingCalendar read(String key) {
    return tables.plan(key).map(CalendarPlan::calendar).orElseThrow(
        () -> new IllegalArgumentException("no calendar '%s'; there are: %s".formatted(key, keys())));
  }

  /** Not before: a reader in between would keep the old one for good. */
  private void forgetAfterCommit(String key) {
    kept.invalidate(key);
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        kept.invalidate(key);
      }
    });
  }
}
