package io.stile.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables department and membership. */
@Repository
class Departments {

  private final JdbcClient jdbc;

  Departments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Department> all() {
    return jdbc.sql("select key, name, lead, calendar from department order by name").query(Department.class).list();
  }

  Optional<Department> byKey(String key) {
    return jdbc.sql("select key, name, lead, calendar from department where key = ?").param(key)
        .query(Department.class).optional();
  }

  void insert(Department department) {
    jdbc.sql("insert into department (key, name, lead, calendar) values (?, ?, ?, ?)")
        .params(department.key(), department.name(), department.lead(), department.calendar()).update();
  }

  void insertMember(String department, String employee) {
    jdbc.sql("insert into membership (department, employee) values (?, ?)").params(department, employee).update();
  }
}
