package io.stile.organisation.web;

import io.stile.organisation.Department;
import io.stile.organisation.DepartmentSheet;

/**
 * A department as somebody typed it.
 *
 * @param version the version that was shown to him; null for a new one
 */
record DepartmentForm(String key, String name, String lead, String calendar, String phone, Integer version) {

  DepartmentForm {
    key = stripped(key);
    name = stripped(name);
    lead = stripped(lead);
    calendar = stripped(calendar);
    phone = stripped(phone);
  }

  static DepartmentForm of(DepartmentSheet sheet) {
    Department department = sheet.department();
    return new DepartmentForm(department.key(), department.name(), department.lead(), department.calendar(), department.phone(), sheet.version());
  }

  /** What was typed, to be sent again on top of what is kept now. */
  DepartmentForm onTopOf(DepartmentSheet now) {
    return new DepartmentForm(key, name, lead, calendar, phone, now.version());
  }

  Department department(String ofKey) {
    return new Department(ofKey, name, lead, calendar, phone.isEmpty() ? null : phone);
  }

  private static String stripped(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
