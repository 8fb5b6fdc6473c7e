package io.stile.organisation;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Departments and employees: who leads, who belongs where, who may do what. */
@Service
public class Organisation {

  private final Departments departments;
  private final Employees employees;
  private final Administrators administrators;
  private final Audit audit;

  Organisation(Departments departments, Employees employees, Administrators administrators, Audit audit) {
    this.departments = departments;
    this.employees = employees;
    this.administrators = administrators;
    this.audit = audit;
  }

  /** The departments that have work, by name. */
  public List<Department> departments() {
    return departments.active();
  }

  /** Also one that was given up: tasks that ended name it. */
  public Optional<Department> department(String key) {
    return departments.byKey(key);
  }

  /** Also somebody who has left: journals name him. */
  public Optional<Employee> employee(String signIn) {
    return employees.bySignIn(signIn);
  }

  /** All active employees, by name. */
  public List<Employee> employees() {
    return employees.active();
  }

  /** The active members of a department, by name; empty for a department that does not exist. */
  public List<Employee> membersOf(String department) {
    return employees.activeMembersOf(department);
  }

  /** The active members of departments by name, by the key of the department; departments without any are missing. */
  Map<String, List<Employee>> membersOf(Collection<String> departments) {
    return employees.activeMembersOf(departments);
  }

  /** The active employees who belong to no department, by name. */
  public List<Employee> withoutDepartment() {
    return employees.activeWithoutDepartment();
  }

  /** The names of employees, also of those who have left, by sign-in name; in one look. */
  public Map<String, String> namesOf(Collection<String> signIns) {
    return signIns.isEmpty() ? Map.of() : employees.namesOf(signIns);
  }

  /**
   * The active employees whose name or sign-in name holds a piece of text, in any case and without accents, by name.
   *
   * @param limit how many at most
   */
  public List<Employee> named(String piece, int limit) {
    return employees.list(new EmployeeFilter(piece, null, null, true), null, limit).stream().map(EmployeeSheet::employee).toList();
  }

  /** The active employees with this role, by name. */
  public List<Employee> withRole(Role role) {
    return employees.active().stream().filter(employee -> employee.has(role)).toList();
  }

  public List<Employee> managers() {
    return withRole(Role.MANAGER);
  }

  public boolean isMember(String signIn, String department) {
    return employee(signIn).filter(Employee::active).filter(employee -> employee.belongsTo(department)).isPresent();
  }

  public boolean isLead(String signIn, String department) {
    return department(department).filter(found -> found.lead().equals(signIn)).isPresent();
  }

  /**
   * Who stands above an employee: the lead of the first of his departments, by name, that one of the others leads; otherwise a
   * manager. Empty if there is nobody else.
   *
   * @param others sign-in names of those who do not count, besides himself
   */
  public Optional<String> leadOver(String signIn, Set<String> others) {
    return departments().stream().filter(department -> isMember(signIn, department.key())).map(Department::lead)
        .filter(lead -> !lead.equals(signIn) && !others.contains(lead)).findFirst()
        .or(() -> managers().stream().map(Employee::signIn)
            .filter(manager -> !manager.equals(signIn) && !others.contains(manager)).findFirst());
  }

  /** Whether somebody leads one of the departments of an employee. */
  public boolean leads(String lead, String signIn) {
    return departments().stream().filter(department -> department.lead().equals(lead))
        .anyMatch(department -> isMember(signIn, department.key()));
  }

  /** The key of the calendar by which an employee works: of the first of his departments, by name; empty if he has none. */
  public Optional<String> calendarOf(String signIn) {
    return departments().stream().filter(department -> isMember(signIn, department.key())).map(Department::calendar).findFirst();
  }

  /** What signing in compares with; empty for an unknown sign-in name. */
  public Optional<String> passwordHash(String signIn) {
    return employees.password(signIn).map(Password::hash);
  }

  /** Where mail to an employee goes; empty for one without an address, who has left, or whom nobody knows. */
  public Optional<String> email(String signIn) {
    return employees.email(signIn);
  }

  /** Whether a text is the address of a mailbox, as {@link #setEmail} takes it. */
  public static boolean isEmail(String text) {
    return EmployeeRules.isEmail(text);
  }

  /**
   * Sets where mail to an employee goes.
   *
   * @param email null for none
   * @throws IllegalArgumentException if there is no such employee, or the address is none
   */
  @Transactional
  public void setEmail(String signIn, String email) {
    EmployeeRules.checkEmail(email);
    EmployeeSheet before = locked(signIn);
    employees.setEmail(signIn, email);
    audit.record("changed", EmployeeWords.subject(before.employee()), new Changes().add("e-mail", before.email(), email));
  }

  /**
   * Sets under which number colleagues reach an employee.
   *
   * @param phone an extension or a whole number; null for none
   * @throws IllegalArgumentException if there is no such employee, or it is no number
   */
  @Transactional
  public void setPhone(String signIn, String phone) {
    EmployeeRules.checkPhone(phone);
    EmployeeSheet before = locked(signIn);
    employees.setPhone(signIn, phone);
    audit.record("changed", EmployeeWords.subject(before.employee()), new Changes().add("phone", before.employee().phone(), phone));
  }

  /** Takes an employee in who belongs to no department yet; {@link Staffing} asks for all at once. */
  @Transactional
  public void add(NewEmployee employee) {
    employees.insert(employee);
    audit.record("added", EmployeeWords.subject(employee.signIn(), employee.name()), EmployeeWords.changes(EmployeeWords.NOBODY,
        new EmployeeDetails(employee.name(), null, employee.zone(), employee.roles(), Set.of())));
  }

  /**
   * Lets an employee go (or come back): whoever is not active cannot sign in and is given no work. Does not ask what depends on him;
   * {@link Staffing#letGo} does.
   *
   * @throws OrganisationRefused if there is no such employee, or he is the last administrator
   */
  @Transactional
  public void setActive(String signIn, boolean active) {
    administrators.holdStill();
    Employee employee = locked(signIn).employee();
    if (!active && employee.has(Role.ADMINISTRATOR)) {
      administrators.requireAnotherThan(signIn);
    }
    employees.setActive(signIn, active);
    audit.record(active ? "brought back" : "let go", EmployeeWords.subject(employee), new Changes());
  }

  /**
   * Sets a department up. Its lead and its members are employees already, its calendar is kept already.
   *
   * @param members sign-in names
   */
  @Transactional
  public void add(Department department, Set<String> members) {
    departments.insert(department);
    members.forEach(member -> departments.insertMember(department.key(), member));
    audit.record("added", DepartmentWords.subject(department), DepartmentWords.changes(null, department).add("members", null, members));
  }

  private EmployeeSheet locked(String signIn) {
    return employees.lock(signIn).orElseThrow(() -> OrganisationRefused.unknown("employee '%s'".formatted(signIn)));
  }
}
