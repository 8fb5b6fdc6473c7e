package io.stile.desk;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import org.springframework.stereotype.Component;

/** The names by which pages call people: who reads them knows a name, not a sign-in name. */
@Component
public class StaffNames {

  private final Organisation organisation;

  StaffNames(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The name behind a sign-in name; null for null, and the sign-in name itself if nobody has it. */
  public String of(String signIn) {
    return signIn == null ? null : organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }
}
