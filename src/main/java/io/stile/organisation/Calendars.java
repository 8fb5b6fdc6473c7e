package io.stile.organisation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.sla.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The working calendars of the departments. What has passed is never changed: a new week holds from tomorrow at the earliest, and only days
 * from today on can become special. Each change leaves an entry in the audit log.
 */
@Service
public class Calendars {

  /** How long another node may still count with a calendar that has been changed here. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final CalendarTables tables;
  private final Audit audit;
  private final Clock clock;
  private final LoadingCache<String, WorkingCalendar> kept;

  Calendars(CalendarTables tables, Audit audit, Clock clock) {
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
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

  /** What a calendar is made of. */
  public Optional<CalendarPlan> plan(String key) {
    return tables.plan(key);
  }

  /** All calendars, by key. */
  public List<CalendarPlan> plans() {
    return tables.keys().stream().flatMap(key -> tables.plan(key).stream()).toList();
  }

  /** @throws OrganisationRefused if the key is taken, spans overlap, it never opens, or its holidays are not known */
  @Transactional
  public void add(CalendarPlan plan) {
    CalendarRules.checkNew(plan, exists(plan.key()));
    tables.insert(plan, Audit.signedIn(), clock.instant());
    audit.record("added", CalendarWords.subject(plan), CalendarWords.changes(null, plan.versions().get(0)).add("name", null, plan.name())
        .add("zone", null, plan.zone().getId()));
    forgetAfterCommit(plan.key());
  }

  /** @param seen the version of it that the change is based on */
  @Transactional
  public void rename(String key, String name, int seen) {
    CalendarPlan before = locked(key, seen);
    EmployeeRules.checkName("name", name);
    if (!name.equals(before.name())) {
      tables.rename(key, name);
      changed(before, new Changes().add("name", before.name(), name));
    }
  }

  /**
   * Has another week hold from a day on, in place of one that would begin on the same day.
   *
   * @param seen the version of the calendar that the change is based on
   * @throws OrganisationRefused if somebody else changed it meanwhile, the day is not after today, spans overlap, the week never opens, or its
   *     holidays are not known
   */
  @Transactional
  public void publish(String key, CalendarVersion version, int seen) {
    CalendarPlan before = locked(key, seen);
    CalendarRules.checkVersion(before, version, today(before));
    tables.insertVersion(key, version, Audit.signedIn(), clock.instant());
    changed(before, CalendarWords.changes(before.on(version.from()), version).add("holds from", null, version.from()));
  }

  /**
   * Asks whether a version could be published; nothing is changed by it.
   *
   * @throws OrganisationRefused as for {@link #publish}
   */
  public void check(String key, CalendarVersion version) {
    CalendarPlan now = tables.plan(key).orElseThrow(() -> OrganisationRefused.unknown("calendar '%s'".formatted(key)));
    CalendarRules.checkVersion(now, version, today(now));
  }

  /**
   * Takes a version back that does not hold yet.
   *
   * @param seen the version of the calendar that the change is based on
   * @throws OrganisationRefused if somebody else changed it meanwhile, or the version holds already
   */
  @Transactional
  public void takeBack(String key, LocalDate from, int seen) {
    CalendarPlan before = locked(key, seen);
    if (!from.isAfter(today(before))) {
      throw OrganisationRefused.invalid("from", "What holds since %s counts already and stays; only what begins later can be taken back."
          .formatted(from));
    }
    tables.deleteVersion(key, from);
    changed(before, new Changes().add("holds from", from, null));
  }

  /**
   * Makes one day of a calendar special; replaces what was special about that day before.
   *
   * @param seen the version of the calendar that the change is based on
   * @throws OrganisationRefused if somebody else changed it meanwhile, the day lies before today, or its spans overlap
   */
  @Transactional
  public void set(String key, SpecialDay day, int seen) {
    CalendarPlan before = locked(key, seen);
    CalendarRules.checkDay(before, day, today(before));
    replace(before, day);
  }

  /** As {@link #set(String, SpecialDay, int)}, whatever anybody else has changed and whenever the day is: while the company is set up. */
  @Transactional
  public void set(String key, SpecialDay day) {
    replace(tables.lock(key).orElseThrow(() -> OrganisationRefused.unknown("calendar '%s'".formatted(key))), day);
  }

  /**
   * Makes a day of a calendar an ordinary one again.
   *
   * @param seen the version of the calendar that the change is based on
   * @throws OrganisationRefused if somebody else changed it meanwhile, or the day lies before today
   */
  @Transactional
  public void clear(String key, LocalDate day, int seen) {
    CalendarPlan before = locked(key, seen);
    CalendarRules.checkNotPast("day", day, today(before));
    CalendarRules.check(before.withoutSpecial(day), "day");
    tables.deleteSpecialDay(key, day);
    changed(before, new Changes().add(day.toString(), CalendarWords.of(before, day), null));
  }

  private void replace(CalendarPlan before, SpecialDay day) {
    tables.replace(before.key(), day);
    changed(before, new Changes().add(day.day().toString(), CalendarWords.of(before, day.day()), CalendarWords.of(day)));
  }

  private void changed(CalendarPlan calendar, Changes changes) {
    tables.countChange(calendar.key());
    audit.record("changed", CalendarWords.subject(calendar), changes);
    forgetAfterCommit(calendar.key());
  }

  private CalendarPlan locked(String key, int seen) {
    CalendarPlan now = tables.lock(key).orElseThrow(() -> OrganisationRefused.unknown("calendar '%s'".formatted(key)));
    if (now.version() != seen) {
      throw OrganisationRefused.changedMeanwhile("the calendar " + now.name());
    }
    return now;
  }

  private LocalDate today(CalendarPlan plan) {
    return clock.instant().atZone(plan.zone()).toLocalDate();
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
