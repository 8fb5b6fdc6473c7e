package io.stile.organisation;

/**
 * Whom somebody means: a department, an employee, or nobody.
 *
 * @param department key; null if it is an employee, or nobody was named
 * @param employee   sign-in name; null if it is a department, or nobody was named
 */
public record Meant(String department, String employee) {

  static final String DEPARTMENT = "department:";
  static final String EMPLOYEE = "employee:";

  /** Nobody was named. */
  public static final Meant NOBODY = new Meant(null, null);

  /** As a form sends it whose reader chooses nothing: {@code department:billing}, {@code employee:billing1}. */
  public String value() {
    return department != null ? DEPARTMENT + department : EMPLOYEE + employee;
  }
}
