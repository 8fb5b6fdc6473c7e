package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.organisation.NewEmployee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.testkit.StileTest;
import io.stile.web.Account;
import io.stile.web.Accounts;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class EmployeeAccountsTest {

  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  @Autowired
  Accounts accounts;
  @Autowired
  Organisation organisation;

  @BeforeEach
  void addEve() {
    organisation.add(new NewEmployee("eve", "Eve Ní Bhriain", "{noop}secret", LISBON, Set.of(Role.LEAD, Role.BACK_OFFICE)));
  }

  @Test
  void givesEachEmployeeAnAccount() {
    assertThat(accounts.bySignIn("eve"))
        .contains(new Account("eve", "Eve Ní Bhriain", "{noop}secret", Set.of("LEAD", "BACK_OFFICE"), LISBON, true));
  }

  @Test
  void closesTheAccountOfWhoHasLeft() {
    organisation.setActive("eve", false);

    assertThat(accounts.bySignIn("eve")).hasValueSatisfying(eve -> assertThat(eve.active()).isFalse());
  }

  @Test
  void hasNoAccountForOthers() {
    assertThat(accounts.bySignIn("EVE")).isEmpty();
    assertThat(accounts.bySignIn("' or ''='")).isEmpty();
  }
}
