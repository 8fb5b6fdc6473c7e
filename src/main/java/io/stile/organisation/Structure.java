package io.stile.organisation;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets departments up, changes them and gives them up. Each change leaves an entry in the audit log. */
@Service
public class Structure {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  /** With these words models say something else than a department, and addresses say something new. */
  private static final Set<String> RESERVED = Set.of("new", "opener", "role-owner", "role-lead", "role-target");

  private final Departments departments;
  private final Employees employees;
  private final Calendars calendars;
  private final Administrators administrators;
  private final List<Ties> ties;
  private final Audit audit;

  Structure(Departments departments, Employees employees, Calendars calendars, Administrators administrators,
      List<Ties> ties, Audit audit) {
    this.departments = departments;
    this.employees = employees;
    this.calendars = calendars;
    this.administrators = administrators;
    this.ties = ties;
    this.audit = audit;
  }

  /** All departments by name, those that were given up last. */
  public List<DepartmentSheet> all() {
    return departments.all();
  }

  public Optional<DepartmentSheet> sheet(String key) {
    return departments.sheet(key);
  }

  /**
   * Sets a department up. Its lead becomes a member and gets the role of a lead, if he has not.
   *
   * @throws OrganisationRefused if a value cannot be accepted; it names the value
   */
  @Transactional
  public void add(Department department) {
    administrators.holdStill();
    if (!KEY.matcher(department.key()).matches() || RESERVED.contains(department.key())) {
      throw OrganisationRefused.invalid("key",
          "'%s' cannot be a key; expected lower-case letters, digits and hyphens, beginning with a letter, and no word that is used otherwise."
              .formatted(department.key()));
    }
    if (departments.byKey(department.key()).isPresent()) {
      throw OrganisationRefused.invalid("key", "'%s' is the key of a department already; expected one that is not taken."
          .formatted(department.key()));
    }
    check(department);
    departments.insert(department);
    makeLead(department);
    audit.record("added", DepartmentWords.subject(department), DepartmentWords.changes(null, department));
  }

  /**
   * Changes name, lead or calendar of a department; its key stays. A new lead becomes a member and gets the role of a lead.
   *
   * @param seen the version of it that the change is based on
   * @throws OrganisationRefused if somebody else changed it meanwhile, or a value cannot be accepted
   */
  @Transactional
  public void change(Department department, int seen) {
    DepartmentSheet before = locked(department.key(), seen);
    check(department);
    Changes changes = DepartmentWords.changes(before.department(), department);
    if (!changes.isEmpty()) {
      departments.update(department);
      makeLead(department);
      audit.record("changed", DepartmentWords.subject(department), changes);
    }
  }

  /** What stands in the way of giving a department up; empty if nothing does. */
  public List<Tie> tiesOf(String key) {
    return ties.stream().flatMap(source -> source.ofDepartment(key).stream()).toList();
  }

  /**
   * Gives a department up: no work can come in any more. Its members stay members, should it come back.
   *
   * @param seen the version of it that the change is based on
   * @throws OrganisationRefused if somebody else changed it meanwhile, or anything depends on it
   */
  @Transactional
  public void giveUp(String key, int seen) {
    Department department = locked(key, seen).department();
    List<Tie> found = tiesOf(key);
    if (!found.isEmpty()) {
      throw OrganisationRefused.tied("%s cannot be given up yet".formatted(department.name()), found);
    }
    departments.setActive(key, false);
    audit.record("gave up", DepartmentWords.subject(department), new Changes());
  }

  /**
   * Lets work come into a department again that was given up.
   *
   * @throws OrganisationRefused if its lead has left meanwhile
   */
  @Transactional
  public void takeUp(String key, int seen) {
    Department department = locked(key, seen).department();
    check(department);
    departments.setActive(key, true);
    audit.record("took up again", DepartmentWords.subject(department), new Changes());
  }

  private DepartmentSheet locked(String key, int seen) {
    administrators.holdStill();
    DepartmentSheet now = departments.lock(key).orElseThrow(() -> OrganisationRefused.unknown("department '%s'".formatted(key)));
    if (now.version() != seen) {
      throw OrganisationRefused.changedMeanwhile(now.department().name());
    }
    return now;
  }

  private void check(Department department) {
    EmployeeRules.checkName("name", department.name());
    EmployeeRules.checkPhone(department.phone());
    if (employees.bySignIn(department.lead()).filter(Employee::active).isEmpty()) {
      throw OrganisationRefused.invalid("lead", "'%s' is no active employee; expected the sign-in name of one.".formatted(department.lead()));
    }
    if (!calendars.exists(department.calendar())) {
      throw OrganisationRefused.invalid("calendar", "'%s' is no calendar; expected one of: %s."
          .formatted(department.calendar(), String.join(", ", calendars.keys())));
    }
  }

  /** Somebody who leads without being a member would see no queue, and without the role he could move nothing. */
  private void makeLead(Department department) {
    EmployeeSheet lead = employees.lock(department.lead()).orElseThrow();
    Set<Role> roles = new HashSet<>(lead.employee().roles());
    Set<String> memberOf = new HashSet<>(lead.employee().departments());
    if (roles.add(Role.LEAD) | memberOf.add(department.key())) {
      EmployeeDetails before = lead.details();
      EmployeeDetails after = new EmployeeDetails(before.name(), before.email(), before.phone(), before.zone(), roles, memberOf);
      employees.update(department.lead(), after);
      audit.record("changed", EmployeeWords.subject(lead.employee()), EmployeeWords.changes(before, after));
    }
  }
}
