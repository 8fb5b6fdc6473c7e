package io.stile.organisation;

import io.stile.audit.Changes;
import io.stile.audit.Subject;

/** How the audit log speaks of departments. */
final class DepartmentWords {

  private DepartmentWords() {}

  static Subject subject(Department department) {
    return new Subject("department", department.key(), department.name());
  }

  /** @param before null for a new one */
  static Changes changes(Department before, Department after) {
    return new Changes().add("name", before == null ? null : before.name(), after.name())
        .add("lead", before == null ? null : before.lead(), after.lead())
        .add("calendar", before == null ? null : before.calendar(), after.calendar())
        .add("phone", before == null ? null : before.phone(), after.phone());
  }
}
