package io.stile.request;

import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.web.Refused.Kind;
import org.springframework.stereotype.Component;

/** Who may correct what was written down wrongly: the owner, whoever wrote it, or a lead of the owner's. */
@Component
public class CorrectionRules {

  private final Organisation organisation;

  CorrectionRules(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * Whether somebody may correct it.
   *
   * @param writer sign-in name of who wrote it
   */
  public boolean mayCorrect(Request request, String writer, String employee) {
    return employee.equals(request.owner()) || employee.equals(writer) || organisation.departments().stream()
        .filter(department -> department.lead().equals(employee)).map(Department::key)
        .anyMatch(department -> organisation.isMember(request.owner(), department));
  }

  /** @throws RequestRefused if he may not */
  public void require(Request request, String writer, String employee) {
    if (!mayCorrect(request, writer, employee)) {
      throw new RequestRefused(Kind.FORBIDDEN,
          "Only the owner of %s, whoever wrote it down, or their lead may correct it".formatted(request.number()));
    }
  }
}
