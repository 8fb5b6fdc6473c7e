package io.stile.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.testkit.StileTest;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class WhoIsMeantTest {

  @Autowired WhoIsMeant who;
  @Autowired Staffing staffing;

  @BeforeEach
  void takeTwoOfOneFamilyIn() {
    hire("meerbusch", "Zoe Meerbusch");
    hire("lm7", "Lukas Meerbusch");
  }

  private void hire(String signIn, String name) {
    staffing.hire(signIn, "-", new EmployeeDetails(name, null, null, ZoneOffset.UTC, Set.of(), Set.of()));
  }

  @Test
  void aNameIsNotTakenForTheSignInNameOfSomebodyElse() {
    assertThat(who.colleague("to", "lukas meerbusch")).isEqualTo("lm7");
  }

  @Test
  void aSignInNameIsUnderstoodAloneAndInParentheses() {
    assertThat(who.colleague("to", " meerbusch ")).isEqualTo("meerbusch");
    assertThat(who.colleague("to", "Lukas Meerbusch (lm7)")).isEqualTo("lm7");
    assertThat(who.colleague("to", " ")).isEmpty();
  }

  @Test
  void whoeverIsOneOfSeveralIsAskedFor() {
    assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> who.colleague("to", "eerbusc")).withMessageContaining("lm7");
  }
}
