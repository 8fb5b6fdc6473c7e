package io.stile.organisation;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What must hold of an employee; each refusal names the value and what was expected. */
@Component
class EmployeeRules {

  private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cc}@\"<>(),;:]+@[^\\s\\p{Cc}@\"<>(),;:]+");
  private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9][a-z0-9.-]*");
  /** Stands in addresses for somebody who is not there yet. */
  private static final String RESERVED = "new";
  private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 /().-]{0,29}");
  private static final int LONGEST = 200;
  private static final int LONGEST_SIGN_IN = 64;

  private final Employees employees;
  private final Departments departments;

  EmployeeRules(Employees employees, Departments departments) {
    this.employees = employees;
    this.departments = departments;
  }

  void checkNew(String signIn) {
    if (signIn == null || signIn.length() > LONGEST_SIGN_IN || !SIGN_IN.matcher(signIn).matches() || signIn.equals(RESERVED)) {
      throw OrganisationRefused.invalid("signIn",
          "'%s' cannot be a sign-in name; expected lower-case letters, digits, dots and hyphens, at most %d, beginning with a letter or digit, but not 'new'."
              .formatted(signIn, LONGEST_SIGN_IN));
    }
    if (employees.bySignIn(signIn).isPresent()) {
      throw OrganisationRefused.invalid("signIn", "'%s' is taken, perhaps by somebody who has left; expected one that nobody has had."
          .formatted(signIn));
    }
  }

  void check(EmployeeDetails details) {
    checkName("name", details.name());
    checkEmail(details.email());
    checkPhone(details.phone());
    for (String key : details.departments()) {
      if (departments.sheet(key).filter(DepartmentSheet::active).isEmpty()) {
        throw OrganisationRefused.invalid("departments", "'%s' is no department that has work; expected one of: %s.".formatted(key,
            departments.active().stream().map(Department::key).toList()));
      }
    }
  }

  static void checkName(String field, String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      throw OrganisationRefused.invalid(field, "'%s' cannot be a name; expected 1 to %d characters.".formatted(name, LONGEST));
    }
  }

  static boolean isEmail(String text) {
    return text.length() <= LONGEST && EMAIL.matcher(text).matches();
  }

  static void checkPhone(String phone) {
    if (phone != null && !PHONE.matcher(phone).matches()) {
      throw OrganisationRefused.invalid("phone",
          "'%.60s' is no phone number; expected an extension such as 214, or a number such as +49 30 12345.".formatted(phone));
    }
  }

  static void checkEmail(String email) {
    if (email != null && !isEmail(email)) {
      throw OrganisationRefused.invalid("email", "'%s' is no mail address; expected one such as ada@example.org.".formatted(email));
    }
  }
}
