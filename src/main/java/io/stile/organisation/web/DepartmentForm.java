package io.stile.organisation.web;

import io.stile.organisation.Department;
import io.stile.organisation.DepartmentSheet;

/**
 * A department as somebody typed it.
 *
 * @param version the version that was shown to him; null for a new one
 */
record DepartmentForm(String key, String name, String lead, String calendar, Integer version) {

  DepartmentForm {
    key = stripped(key);
    name = stripped(name);
    lead = stripped(lead);
    calendar = stripped(calendar);
  }

  static DepartmentForm of(DepartmentSheet sheet) {
    Department department = sheet.department();
    return new DepartmentForm(department.key(), department.name(), department.lead(), department.calendar(), sheet.version());
  }

  /** What was typed, to be sent again on top of what is kept now. */
  DepartmentForm onTopOf(DepartmentSheet now) {
    return new DepartmentForm(key, name, lead, calendar, now.version());
  }

  Department department(String ofKey) {
    return new Department(ofKey, name, lead, calendar);
  }

  private static String stripped(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
