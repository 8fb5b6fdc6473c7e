package io.stile.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables department and membership. */
@Repository
class Departments {

  private static final String SELECT = "select key, name, lead, calendar, phone, active, version from department ";

  private final JdbcClient jdbc;

  Departments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Department> active() {
    return jdbc.sql(SELECT + "where active order by name").query(Departments::department).list();
  }

  /** By name, those that were given up last. */
  List<DepartmentSheet> all() {
    return jdbc.sql(SELECT + "order by not active, name, key").query(Departments::sheet).list();
  }

  Optional<Department> byKey(String key) {
    return jdbc.sql(SELECT + "where key = ?").param(key).query(Departments::department).optional();
  }

  Optional<DepartmentSheet> sheet(String key) {
    return jdbc.sql(SELECT + "where key = ?").param(key).query(Departments::sheet).optional();
  }

  /** Waits for whoever changes the department, or puts work into it, at this instant. */
  Optional<DepartmentSheet> lock(String key) {
    return jdbc.sql(SELECT + "where key = ? for update").param(key).query(Departments::sheet).optional();
  }

  List<Department> ledBy(String employee) {
    return jdbc.sql(SELECT + "where lead = ? and active order by name").param(employee).query(Departments::department).list();
  }

  void insert(Department department) {
    jdbc.sql("insert into department (key, name, lead, calendar, phone) values (?, ?, ?, ?, ?)")
        .params(department.key(), department.name(), department.lead(), department.calendar(), department.phone()).update();
  }

  void update(Department department) {
    jdbc.sql("update department set name = ?, lead = ?, calendar = ?, phone = ?, version = version + 1 where key = ?")
        .params(department.name(), department.lead(), department.calendar(), department.phone(), department.key()).update();
  }

  void setActive(String key, boolean active) {
    jdbc.sql("update department set active = ?, version = version + 1 where key = ?").params(active, key).update();
  }

  void insertMember(String department, String employee) {
    jdbc.sql("insert into membership (department, employee) values (?, ?) on conflict do nothing").params(department, employee).update();
  }

  private static DepartmentSheet sheet(ResultSet row, int index) throws SQLException {
    return new DepartmentSheet(department(row, index), row.getBoolean("active"), row.getInt("version"));
  }

  private static Department department(ResultSet row, int index) throws SQLException {
    return new Department(row.getString("key"), row.getString("name"), row.getString("lead"), row.getString("calendar"),
        row.getString("phone"));
  }
}
