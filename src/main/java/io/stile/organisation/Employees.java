package io.stile.organisation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables employee and employee_role. */
@Repository
class Employees {

  private static final String SELECT = """
      select e.sign_in, e.name, e.active, e.zone,
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

  List<Employee> active() {
    return jdbc.sql(SELECT + "where e.active order by e.name, e.sign_in").query(Employees::employee).list();
  }

  List<Employee> activeMembersOf(String department) {
    return jdbc.sql(SELECT + """
        join membership of_department on of_department.employee = e.sign_in
        where e.active and of_department.department = ? order by e.name, e.sign_in
        """).param(department).query(Employees::employee).list();
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
    employee.roles().forEach(role -> jdbc.sql("insert into employee_role (employee, role) values (?, ?)")
        .params(employee.signIn(), role.name()).update());
  }

  void setActive(String signIn, boolean active) {
    int changed = jdbc.sql("update employee set active = ? where sign_in = ?").params(active, signIn).update();
    if (changed == 0) {
      throw new IllegalArgumentException("no employee has the sign-in name '%s'".formatted(signIn));
    }
  }

  Optional<String> email(String signIn) {
    return jdbc.sql("select email from employee where sign_in = ? and active and email is not null").param(signIn)
        .query(String.class).optional();
  }

  void setEmail(String signIn, String email) {
    int changed = jdbc.sql("update employee set email = ? where sign_in = ?").params(email, signIn).update();
    if (changed == 0) {
      throw new IllegalArgumentException("no employee has the sign-in name '%s'".formatted(signIn));
    }
  }

  private static Employee employee(ResultSet row, int index) throws SQLException {
    return new Employee(row.getString("sign_in"), row.getString("name"), row.getBoolean("active"),
        ZoneId.of(row.getString("zone")),
        texts(row, "roles").map(Role::valueOf).collect(toUnmodifiableSet()),
        texts(row, "departments").collect(toUnmodifiableSet()));
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray());
  }
}
