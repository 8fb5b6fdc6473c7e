package io.stile.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Departments and employees: who leads, who belongs where, who may do what. */
@Service
public class Organisation {

  private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cc}@\"<>(),;:]+@[^\\s\\p{Cc}@\"<>(),;:]+");

  private final Departments departments;
  private final Employees employees;

  Organisation(Departments departments, Employees employees) {
    this.departments = departments;
    this.employees = employees;
  }

  /** All departments, by name. */
  public List<Department> departments() {
    return departments.all();
  }

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
    return EMAIL.matcher(text).matches();
  }

  /**
   * Sets where mail to an employee goes.
   *
   * @param email null for none
   * @throws IllegalArgumentException if there is no such employee, or the address is none
   */
  @Transactional
  public void setEmail(String signIn, String email) {
    if (email != null && !isEmail(email)) {
      throw new IllegalArgumentException("'email' is '%s'; expected an address such as ada@example.org".formatted(email));
    }
    employees.setEmail(signIn, email);
  }

  @Transactional
  public void add(NewEmployee employee) {
    employees.insert(employee);
  }

  /** Lets an employee go (or come back): whoever is not active cannot sign in and is given no work. */
  @Transactional
  public void setActive(String signIn, boolean active) {
    employees.setActive(signIn, active);
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
  }
}
