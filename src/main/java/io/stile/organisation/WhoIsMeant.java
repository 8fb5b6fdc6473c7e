package io.stile.organisation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds out whom a person means who types a name. Understood are what a picker offers, "Jonas Hale (front2)" and "Billing
 * (department)", keys and sign-in names, names, pieces of a name that fit one colleague only, and {@link Meant#value()}.
 */
@Component
public class WhoIsMeant {

  private static final int NAMED = 4;
  private static final String IS_DEPARTMENT = " (department)";

  private final Organisation organisation;

  WhoIsMeant(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * The department or the colleague.
   *
   * @param department as it was chosen or typed, or empty
   * @param employee   as he was typed, or empty
   * @throws OrganisationRefused if there is neither or both, nobody is called that, or several are
   */
  public Meant either(String department, String employee) {
    if (department.isBlank() && employee.isBlank()) {
      throw OrganisationRefused.invalid("department", "Choose a department, or name a colleague.");
    }
    if (!department.isBlank() && !employee.isBlank()) {
      throw OrganisationRefused.invalid("employee", "Choose a department or a colleague, not both.");
    }
    return employee.isBlank() ? new Meant(department, null) : new Meant(null, colleague("employee", employee));
  }

  /**
   * The department or the colleague, as one field names it; nobody if it is empty.
   *
   * @param field what the field is called
   * @throws OrganisationRefused if nobody is called that, or several are
   */
  public Meant of(String field, String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Meant.NOBODY;
    }
    if (text.startsWith(Meant.DEPARTMENT)) {
      return new Meant(text.substring(Meant.DEPARTMENT.length()), null);
    }
    if (text.startsWith(Meant.EMPLOYEE)) {
      return new Meant(null, text.substring(Meant.EMPLOYEE.length()));
    }
    return department(text).map(found -> new Meant(found.key(), null)).orElseGet(() -> new Meant(null, colleague(field, text)));
  }

  private Optional<Department> department(String text) {
    String name = text.endsWith(IS_DEPARTMENT) ? text.substring(0, text.length() - IS_DEPARTMENT.length()) : text;
    return organisation.departments().stream()
        .filter(each -> each.name().equalsIgnoreCase(name) || each.key().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The colleague, by sign-in name; what is empty stays so.
   *
   * @throws OrganisationRefused if nobody is called that, or several are
   */
  public String colleague(String field, String typed) {
    String text = typed.strip();
    String signIn = signIn(text);
    if (text.isEmpty() || organisation.employee(signIn).filter(Employee::active).isPresent()) {
      return signIn;
    }
    List<Employee> found = organisation.named(text, NAMED);
    List<Employee> exact = found.stream().filter(each -> each.name().equalsIgnoreCase(text)).toList();
    List<Employee> meant = exact.size() == 1 ? exact : found;
    if (meant.size() == 1) {
      return meant.get(0).signIn();
    }
    throw OrganisationRefused.invalid(field, meant.isEmpty()
        ? "Nobody here is called “%.60s”; expected a name or a sign-in name.".formatted(text)
        : "Several are called like “%.60s”: %s. Expected one of their sign-in names.".formatted(text,
            meant.stream().map(each -> "%s (%s)".formatted(each.name(), each.signIn())).collect(Collectors.joining(", "))));
  }

  /** What stands in parentheses at the end, else all of it: the last word of a name may be the sign-in name of somebody else. */
  private static String signIn(String text) {
    return text.endsWith(")") ? text.substring(text.lastIndexOf('(') + 1, text.length() - 1) : text;
  }
}
