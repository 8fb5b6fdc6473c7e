package io.stile.organisation;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes employees in, changes what they are and may do, and lets them go. Each change leaves an entry in the audit log. */
@Service
public class Staffing {

  private final Employees employees;
  private final Departments departments;
  private final Administrators administrators;
  private final EmployeeRules rules;
  private final List<Ties> ties;
  private final Audit audit;

  Staffing(Employees employees, Departments departments, Administrators administrators, EmployeeRules rules, List<Ties> ties,
      Audit audit) {
    this.employees = employees;
    this.departments = departments;
    this.administrators = administrators;
    this.rules = rules;
    this.ties = ties;
    this.audit = audit;
  }

  /** An employee with what can be changed about him; also one who has left. */
  public Optional<EmployeeSheet> sheet(String signIn) {
    return employees.sheet(signIn);
  }

  /**
   * Employees by name.
   *
   * @param after sign-in name of the one behind whom the part begins; null for the first part
   */
  public List<EmployeeSheet> list(EmployeeFilter filter, String after, int limit) {
    return employees.list(filter, after, limit);
  }

  public int count(EmployeeFilter filter) {
    return employees.count(filter);
  }

  /**
   * Takes an employee in.
   *
   * @param signIn lower-case letters, digits, dots and hyphens; nobody has or had it
   * @param passwordHash as the password encoder writes it
   * @throws OrganisationRefused if a value cannot be accepted; it names the value
   */
  @Transactional
  public void hire(String signIn, String passwordHash, EmployeeDetails details) {
    rules.check(details);
    rules.checkNew(signIn);
    employees.insert(new NewEmployee(signIn, details.name(), passwordHash, details.zone(), Set.of()));
    employees.setPassword(signIn, passwordHash, true);
    employees.update(signIn, details);
    audit.record("added", EmployeeWords.subject(signIn, details.name()), EmployeeWords.changes(EmployeeWords.NOBODY, details));
  }

  /**
   * Changes an employee.
   *
   * @param seen the version of him that the change is based on
   * @throws OrganisationRefused if somebody else changed him meanwhile, a value cannot be accepted, something is in the way of his leaving a
   *     department, or he is the last administrator and would not be one any more
   */
  @Transactional
  public void change(String signIn, EmployeeDetails details, int seen) {
    administrators.holdStill();
    EmployeeSheet before = locked(signIn);
    if (before.version() != seen) {
      throw OrganisationRefused.changedMeanwhile(before.employee().name());
    }
    rules.check(details);
    requireAdministratorLeft(before.employee(), details.roles());
    requireNotTied(before.employee(), details);
    Changes changes = EmployeeWords.changes(before.details(), details);
    if (!changes.isEmpty()) {
      employees.update(signIn, details);
      audit.record("changed", EmployeeWords.subject(signIn, details.name()), changes);
    }
  }

  /** Replaces the password of an employee, who must then choose his own; the hash itself is written nowhere else. */
  @Transactional
  public void setPassword(String signIn, String passwordHash) {
    EmployeeSheet employee = locked(signIn);
    employees.setPassword(signIn, passwordHash, true);
    audit.record("set the password of", EmployeeWords.subject(employee.employee()), new Changes());
  }

  /** What stands in the way of letting an employee go; empty if nothing does. */
  public List<Tie> tiesOf(String signIn) {
    List<Tie> found = new ArrayList<>();
    departments.ledBy(signIn).forEach(led -> found.add(new Tie("leads " + led.name(), "/admin/departments/" + led.key())));
    ties.forEach(source -> found.addAll(source.ofEmployee(signIn)));
    return found;
  }

  /**
   * Lets an employee go: he cannot sign in any more and is given no work. He stays known.
   *
   * @param seen the version of him that the change is based on
   * @throws OrganisationRefused if somebody else changed him meanwhile, anything depends on him, or he is the last administrator
   */
  @Transactional
  public void letGo(String signIn, int seen) {
    administrators.holdStill();
    EmployeeSheet before = locked(signIn);
    if (before.version() != seen) {
      throw OrganisationRefused.changedMeanwhile(before.employee().name());
    }
    requireAdministratorLeft(before.employee(), Set.of());
    List<Tie> found = tiesOf(signIn);
    if (!found.isEmpty()) {
      throw OrganisationRefused.tied("%s cannot leave yet".formatted(before.employee().name()), found);
    }
    setActive(before.employee(), false);
  }

  /** Takes somebody in again who has left. */
  @Transactional
  public void bringBack(String signIn) {
    setActive(locked(signIn).employee(), true);
  }

  private void setActive(Employee employee, boolean active) {
    if (employee.active() != active) {
      employees.setActive(employee.signIn(), active);
      audit.record(active ? "brought back" : "let go", EmployeeWords.subject(employee), new Changes());
    }
  }

  private EmployeeSheet locked(String signIn) {
    return employees.lock(signIn).orElseThrow(() -> OrganisationRefused.unknown("employee '%s'".formatted(signIn)));
  }

  private void requireAdministratorLeft(Employee before, Set<Role> roles) {
    if (before.active() && before.has(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
      administrators.requireAnotherThan(before.signIn());
    }
  }

  private void requireNotTied(Employee before, EmployeeDetails details) {
    List<Tie> found = new ArrayList<>();
    departments.ledBy(before.signIn()).stream()
        .filter(led -> !details.departments().contains(led.key()) || !details.roles().contains(Role.LEAD))
        .forEach(led -> found.add(new Tie("leads " + led.name(), "/admin/departments/" + led.key())));
    Set<String> left = new HashSet<>(before.departments());
    left.removeAll(details.departments());
    left.forEach(department -> ties.forEach(source -> found.addAll(source.ofMember(before.signIn(), department))));
    Set<Role> lost = new HashSet<>(before.roles());
    lost.removeAll(details.roles());
    lost.forEach(role -> ties.forEach(source -> found.addAll(source.ofRole(before.signIn(), role))));
    if (!found.isEmpty()) {
      throw OrganisationRefused.tied("%s cannot be changed like that yet".formatted(before.name()), found);
    }
  }
}
