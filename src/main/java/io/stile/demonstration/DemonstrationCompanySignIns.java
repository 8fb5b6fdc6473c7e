package io.stile.demonstration;

import io.stile.web.SignInHint;
import io.stile.web.SignInHints;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Offers people of the demonstration company on the sign-in page: those whose work a visitor will want to try. */
@Component
@Profile("!prod")
class DemonstrationCompanySignIns implements SignInHints {

  private final List<SignInHint> hints = DemonstrationFile.rows("employees.csv").stream()
      .filter(row -> !row.get(5).isEmpty())
      .map(row -> new SignInHint(row.get(0), row.get(1) + ", " + row.get(5)))
      .toList();

  @Override
  public List<SignInHint> hints() {
    return hints;
  }

  @Override
  public String password() {
    return DemonstrationCompanyStaff.PASSWORD;
  }
}
