package io.stile.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.audit.Audit;
import io.stile.audit.AuditFilter;
import io.stile.organisation.Absence.Kind;
import io.stile.sla.OpenSpan;
import io.stile.testkit.StileTest;
import io.stile.web.SignInLimit;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** Whatever can be changed about the organisation from outside leaves an entry in the audit log, and nothing else does. */
@StileTest
@Transactional
class EveryChangeIsAuditedTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FAR = LocalDate.of(2030, 5, 6);
  private static final Map<DayOfWeek, List<OpenSpan>> WEEK =
      Map.of(DayOfWeek.MONDAY, List.of(new OpenSpan(LocalTime.of(8, 0), LocalTime.of(12, 0))));

  @Autowired ApplicationContext application;
  @Autowired Audit audit;
  @Autowired Organisation organisation;
  @Autowired Staffing staffing;
  @Autowired Structure structure;
  @Autowired Calendars calendars;
  @Autowired Absences absences;
  @Autowired Shifts shifts;
  @Autowired Passwords passwords;
  @Autowired SignInLinks links;
  @Autowired SignInBlocks blocks;
  @Autowired Clock clock;

  private final Map<String, Runnable> changes = new LinkedHashMap<>();

  @Test
  void leavesAnEntry() {
    describe();
    assertThat(changes.keySet()).as("changes that this test knows").containsAll(writes().toList());
    changes.forEach((name, change) -> {
      long before = newest();
      change.run();
      assertThat(newest()).as("entry of %s", name).isGreaterThan(before);
    });
  }

  /** In this order: each finds what the ones before it have left. */
  private void describe() {
    Instant now = clock.instant();
    changes.put("Organisation.add(NewEmployee)", () -> organisation.add(new NewEmployee("zed", "Zed", "-", BERLIN, Set.of())));
    changes.put("Organisation.setPhone(String, String)", () -> organisation.setPhone("zed", "214"));
    changes.put("Organisation.setEmail(String, String)", () -> organisation.setEmail("zed", "zed@example.org"));
    changes.put("Organisation.setActive(String, boolean)", () -> organisation.setActive("zed", false));
    changes.put("Staffing.bringBack(String)", () -> staffing.bringBack("zed"));
    changes.put("Organisation.add(Department, Set)", () -> organisation.add(new Department("attic", "Attic", "zed", "quality"), Set.of("zed")));
    changes.put("Structure.add(Department)", () -> structure.add(new Department("cellar", "Cellar", "zed", "quality")));
    changes.put("Structure.change(Department, int)", () -> structure.change(new Department("cellar", "Vault", "zed", "quality"), 0));
    changes.put("Structure.giveUp(String, int)", () -> structure.giveUp("cellar", 1));
    changes.put("Structure.takeUp(String, int)", () -> structure.takeUp("cellar", 2));
    changes.put("Staffing.hire(String, String, EmployeeDetails)", () -> staffing.hire("yan", "-", details("Yan")));
    changes.put("Staffing.change(String, EmployeeDetails, int)", () -> staffing.change("yan", details("Yann"), version("yan")));
    changes.put("Staffing.setPassword(String, String)", () -> staffing.setPassword("yan", "-"));
    changes.put("Passwords.give(String, String)", () -> passwords.give("yan", "lantern-velvet-42-orchid"));
    changes.put("Passwords.change(String, String, String, String)",
        () -> passwords.change("yan", "lantern-velvet-42-orchid", "orchid-42-velvet-lantern", "orchid-42-velvet-lantern"));
    String[] token = new String[1];
    changes.put("SignInLinks.make(String)", () -> token[0] = links.make("yan"));
    changes.put("SignInLinks.use(String, String)", () -> links.use(token[0], "-"));
    changes.put("Absences.add(Absence)", () -> absences.add(new Absence("yan", now, now.plusSeconds(60), Kind.SICK)));
    changes.put("Absences.setDeputy(long, String)", () -> absences.setDeputy(absence(), "zed"));
    changes.put("Absences.remove(long)", () -> absences.remove(absence()));
    changes.put("Shifts.add(Shift)", () -> shifts.add(new Shift(null, "yan", FAR, null, WEEK)));
    changes.put("Shifts.end(String, long, LocalDate)", () -> shifts.end("yan", shift(), FAR.plusDays(9)));
    changes.put("Shifts.remove(String, long)", () -> shifts.remove("yan", shift()));
    changes.put("Staffing.letGo(String, int)", () -> staffing.letGo("yan", version("yan")));
    changes.put("Calendars.add(CalendarPlan)", () -> calendars.add(new CalendarPlan("attic", "Attic", BERLIN, null, null, WEEK, List.of())));
    changes.put("Calendars.rename(String, String, int)", () -> calendars.rename("attic", "Loft", 0));
    changes.put("Calendars.publish(String, CalendarVersion, int)",
        () -> calendars.publish("attic", new CalendarVersion(FAR, null, null, WEEK), 1));
    changes.put("Calendars.takeBack(String, LocalDate, int)", () -> calendars.takeBack("attic", FAR, 2));
    changes.put("Calendars.set(String, SpecialDay)", () -> calendars.set("attic", new SpecialDay(FAR, "Rest", List.of())));
    changes.put("Calendars.set(String, SpecialDay, int)", () -> calendars.set("attic", new SpecialDay(FAR, "Peace", List.of()), 4));
    changes.put("Calendars.clear(String, LocalDate, int)", () -> calendars.clear("attic", FAR, 5));
    // Failed sign-ins are counted by the hundred; what an administrator does about them is kept.
    List<SignInLimit> limit = List.of(new SignInLimit(SignInLimit.Kind.ACCOUNT, "audited", "", 5, Duration.ofMinutes(1)));
    changes.put("SignInBlocks.lift(Kind, String, String)", () -> {
      blocks.begin(limit, now);
      blocks.lift(SignInLimit.Kind.ACCOUNT, "audited", "");
    });
  }

  /** All public methods of the module's beans that change something. */
  private Stream<String> writes() {
    return application.getBeansOfType(Object.class).values().stream().map(AopUtils::getTargetClass)
        .filter(type -> type.getPackageName().equals("io.stile.organisation")).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && method.isAnnotationPresent(Transactional.class))
        .map(EveryChangeIsAuditedTest::name)
        .filter(name -> !Set.of("SignInBlocks.begin(List, Instant)", "SignInBlocks.succeeded(List)").contains(name));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
        + String.join(", ", Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList()) + ")";
  }

  private static EmployeeDetails details(String name) {
    return new EmployeeDetails(name, null, BERLIN, Set.of(), Set.of());
  }

  private int version(String signIn) {
    return staffing.sheet(signIn).orElseThrow().version();
  }

  private long absence() {
    return absences.notEndedOf("yan", clock.instant()).get(0).id();
  }

  private long shift() {
    return shifts.of("yan").get(0).id();
  }

  private long newest() {
    return audit.entries(AuditFilter.NONE, null, 1).stream().mapToLong(entry -> entry.id()).findFirst().orElse(0);
  }
}
