package io.stile.desk.web;

/**
 * To whom something is offered, as one choice of a form sends it: {@code department:billing}, {@code employee:billing1}.
 *
 * @param department key; null if it is an employee, or nobody was chosen
 * @param employee   sign-in name; null if it is a department, or nobody was chosen
 */
record Offered(String department, String employee) {

  private static final String DEPARTMENT = "department:";
  private static final String EMPLOYEE = "employee:";

  static Offered read(String value) {
    return value.startsWith(DEPARTMENT) ? new Offered(value.substring(DEPARTMENT.length()), null)
        : value.startsWith(EMPLOYEE) ? new Offered(null, value.substring(EMPLOYEE.length()))
        : new Offered(null, value.isBlank() ? null : value);
  }

  String value() {
    return department != null ? DEPARTMENT + department : EMPLOYEE + employee;
  }
}
