package io.stile.organisation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables employee and employee_role, and an employee's side of membership. */
@Repository
class Employees {

  private static final String SELECT = """
      select e.sign_in, e.name, e.active, e.zone, e.email, e.phone, e.version,
             array(select r.role from employee_role r where r.employee = e.sign_in) as roles,
             array(select m.department from membership m where m.employee = e.sign_in) as departments
      from employee e
      """;

  private final JdbcClient jdbc;

  Employees(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Employee> bySignIn(String signIn) {
    return jdbc.sql(SELECT + "where e.sign_in = ?").param(signIn).query(Employees::employee).optional();
  }

  Optional<EmployeeSheet> sheet(String signIn) {
    return jdbc.sql(SELECT + "where e.sign_in = ?").param(signIn).query(Employees::sheet).optional();
  }

  /** Waits for whoever changes the employee, or makes anything depend on him, at this instant. */
  Optional<EmployeeSheet> lock(String signIn) {
    boolean there = !jdbc.sql("select 1 from employee where sign_in = ? for update").param(signIn).query(Integer.class).list().isEmpty();
    return there ? sheet(signIn) : Optional.empty();
  }

  List<Employee> active() {
    return jdbc.sql(SELECT + "where e.active order by e.name, e.sign_in").query(Employees::employee).list();
  }

  /** The active members of departments by name, by the key of the department; departments without any are missing. */
  Map<String, List<Employee>> activeMembersOf(Collection<String> keys) {
    Map<String, List<Employee>> members = new HashMap<>();
    jdbc.sql(SELECT + """
        where e.active and e.sign_in in (select m.employee from membership m where m.department = any(?))
        order by e.name, e.sign_in
        """).param(keys.toArray(String[]::new)).query(Employees::employee).list().forEach(employee ->
        employee.departments().stream().filter(keys::contains)
            .forEach(department -> members.computeIfAbsent(department, key -> new ArrayList<>()).add(employee)));
    return members;
  }

  List<Employee> activeWithoutDepartment() {
    return jdbc.sql(SELECT + """
        where e.active and not exists (select from membership m where m.employee = e.sign_in) order by e.name, e.sign_in
        """).query(Employees::employee).list();
  }

  /** The names of employees, also of those who have left, by sign-in name. */
  Map<String, String> namesOf(Collection<String> signIns) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql("select sign_in, name from employee where sign_in = any(?)").param(signIns.toArray(String[]::new)).query(row -> {
      names.put(row.getString(1), row.getString(2));
    });
    return names;
  }

  List<Employee> activeMembersOf(String department) {
    return jdbc.sql(SELECT + """
        join membership of_department on of_department.employee = e.sign_in
        where e.active and of_department.department = ? order by e.name, e.sign_in
        """).param(department).query(Employees::employee).list();
  }

  /** By name and sign-in name. */
  List<EmployeeSheet> list(EmployeeFilter filter, String after, int limit) {
    List<Object> given = new ArrayList<>();
    String sql = SELECT + narrowed(filter, given);
    if (after != null) {
      sql += " and (e.name, e.sign_in) > (select name, sign_in from employee where sign_in = ?)";
      given.add(after);
    }
    given.add(limit);
    return jdbc.sql(sql + " order by e.name, e.sign_in limit ?").params(given).query(Employees::sheet).list();
  }

  int count(EmployeeFilter filter) {
    List<Object> given = new ArrayList<>();
    return jdbc.sql("select count(*) from employee e " + narrowed(filter, given)).params(given).query(Integer.class).single();
  }

  private static String narrowed(EmployeeFilter filter, List<Object> given) {
    StringBuilder sql = new StringBuilder("where true");
    if (filter.typed() != null && !filter.typed().isBlank()) {
      sql.append(" and folded(e.name || ' ' || e.sign_in) like '%' || like_literal(folded(?)) || '%'");
      given.add(filter.typed().strip());
    }
    if (filter.department() != null && !filter.department().isBlank()) {
      sql.append(" and exists (select 1 from membership m where m.employee = e.sign_in and m.department = ?)");
      given.add(filter.department());
    }
    if (filter.role() != null) {
      sql.append(" and exists (select 1 from employee_role r where r.employee = e.sign_in and r.role = ?)");
      given.add(filter.role().name());
    }
    if (filter.active() != null) {
      sql.append(" and e.active = ?");
      given.add(filter.active());
    }
    return sql.toString();
  }

  Optional<Password> password(String signIn) {
    return jdbc.sql("select password_hash, password_temporary from employee where sign_in = ?").param(signIn)
        .query((row, index) -> new Password(row.getString(1), row.getBoolean(2))).optional();
  }

  void setPassword(String signIn, String hash, boolean temporary) {
    jdbc.sql("update employee set password_hash = ?, password_temporary = ? where sign_in = ?").params(hash, temporary, signIn)
        .update();
  }

  void insert(NewEmployee employee) {
    jdbc.sql("insert into employee (sign_in, name, password_hash, zone) values (?, ?, ?, ?)")
        .params(employee.signIn(), employee.name(), employee.passwordHash(), employee.zone().getId()).update();
    employee.roles().forEach(role -> insertRole(employee.signIn(), role));
  }

  void update(String signIn, EmployeeDetails details) {
    jdbc.sql("update employee set name = ?, email = ?, phone = ?, zone = ?, version = version + 1 where sign_in = ?")
        .params(details.name(), details.email(), details.phone(), details.zone().getId(), signIn).update();
    replaceRoles(signIn, details.roles());
    jdbc.sql("delete from membership where employee = ?").param(signIn).update();
    details.departments().forEach(department -> jdbc.sql("insert into membership (department, employee) values (?, ?)")
        .params(department, signIn).update());
  }

  void replaceRoles(String signIn, Set<Role> roles) {
    jdbc.sql("delete from employee_role where employee = ?").param(signIn).update();
    roles.forEach(role -> insertRole(signIn, role));
  }

  private void insertRole(String signIn, Role role) {
    jdbc.sql("insert into employee_role (employee, role) values (?, ?)").params(signIn, role.name()).update();
  }

  void setActive(String signIn, boolean active) {
    jdbc.sql("update employee set active = ?, version = version + 1 where sign_in = ?").params(active, signIn).update();
  }

  Optional<String> email(String signIn) {
    return jdbc.sql("select email from employee where sign_in = ? and active and email is not null").param(signIn)
        .query(String.class).optional();
  }

  void setEmail(String signIn, String email) {
    jdbc.sql("update employee set email = ?, version = version + 1 where sign_in = ?").params(email, signIn).update();
  }

  void setPhone(String signIn, String phone) {
    jdbc.sql("update employee set phone = ?, version = version + 1 where sign_in = ?").params(phone, signIn).update();
  }

  private static EmployeeSheet sheet(ResultSet row, int index) throws SQLException {
    return new EmployeeSheet(employee(row, index), row.getString("email"), row.getInt("version"));
  }

  private static Employee employee(ResultSet row, int index) throws SQLException {
    return new Employee(row.getString("sign_in"), row.getString("name"), row.getBoolean("active"),
        ZoneId.of(row.getString("zone")),
        texts(row, "roles").map(Role::valueOf).collect(toUnmodifiableSet()),
        texts(row, "departments").collect(toUnmodifiableSet()), row.getString("phone"));
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray());
  }
}
