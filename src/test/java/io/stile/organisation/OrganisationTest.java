package io.stile.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stile.testkit.StileTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class OrganisationTest {

  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  @Autowired
  Organisation organisation;

  @Test
  void keepsAnEmployeeWithRolesAndDepartments() {
    addEve();
    organisation.add(new Department("attic", "Attic", "eve", "quality"), Set.of("eve"));
    organisation.add(new Department("cellar", "Cellar", "quality.lead", "quality"), Set.of("eve", "quality1"));

    assertThat(organisation.employee("eve")).contains(
        new Employee("eve", "Eve Ní Bhriain", true, LISBON, Set.of(Role.LEAD, Role.MANAGER), Set.of("attic", "cellar")));
    assertThat(organisation.membersOf("cellar")).extracting(Employee::signIn).containsExactly("eve", "quality1");
    assertThat(organisation.department("attic")).contains(new Department("attic", "Attic", "eve", "quality"));
    assertThat(organisation.departments()).extracting(Department::key).contains("attic", "cellar");
  }

  @Test
  void tellsMembersFromLeadsFromOthers() {
    addEve();
    organisation.add(new Department("cellar", "Cellar", "quality.lead", "quality"), Set.of("eve"));

    assertThat(organisation.isMember("eve", "cellar")).isTrue();
    assertThat(organisation.isMember("quality1", "cellar")).isFalse();
    assertThat(organisation.isMember("nobody", "cellar")).isFalse();
    assertThat(organisation.isLead("quality.lead", "cellar")).isTrue();
    assertThat(organisation.isLead("eve", "cellar")).isFalse();
    assertThat(organisation.isLead("eve", "nowhere")).isFalse();
  }

  @Test
  void findsManagersByTheirRole() {
    addEve();

    assertThat(organisation.managers()).extracting(Employee::signIn).contains("eve", "manager").doesNotContain("front1");
  }

  @Test
  void knowsWhoHasLeftButCountsHimNoMore() {
    addEve();
    organisation.add(new Department("cellar", "Cellar", "quality.lead", "quality"), Set.of("eve"));

    organisation.setActive("eve", false);

    assertThat(organisation.employee("eve")).hasValueSatisfying(eve -> assertThat(eve.active()).isFalse());
    assertThat(organisation.membersOf("cellar")).isEmpty();
    assertThat(organisation.employees()).extracting(Employee::signIn).doesNotContain("eve");
    assertThat(organisation.managers()).extracting(Employee::signIn).doesNotContain("eve");
    assertThat(organisation.isMember("eve", "cellar")).isFalse();
  }

  @Test
  void keepsThePasswordHashToItself() {
    addEve();

    assertThat(organisation.passwordHash("eve")).contains("{noop}secret");
    assertThat(organisation.passwordHash("nobody")).isEmpty();
    assertThat(new NewEmployee("eve", "Eve", "{noop}secret", LISBON, Set.of()).toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Eve", "eve nn", ".eve", "<eve>"})
  void refusesASignInNameThatCannotBe(String signIn) {
    assertThatIllegalArgumentException().isThrownBy(() -> new NewEmployee(signIn, "Eve", "-", LISBON, Set.of()))
        .withMessageContaining("'" + signIn + "'").withMessageContaining("lower-case");
  }

  @Test
  void refusesASignInNameThatIsTaken() {
    addEve();

    assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(this::addEve);
  }

  private void addEve() {
    organisation.add(new NewEmployee("eve", "Eve Ní Bhriain", "{noop}secret", LISBON, Set.of(Role.LEAD, Role.MANAGER)));
  }

  @Test
  void mailReachesWhoHasAnAddressAndHasNotLeft() {
    organisation.setEmail("quality2", "someone@example.org");
    assertThat(organisation.email("quality2")).contains("someone@example.org");
    organisation.setEmail("quality2", null);
    assertThat(organisation.email("quality2")).isEmpty();
    organisation.setEmail("quality2", "quality2@meridian.example");
    assertThat(organisation.email("nobody")).isEmpty();
  }

  @Test
  void refusesWhatIsNoAddress() {
    for (String typed : List.of("", "a", "a@", "@b", "a b@c", "a@b\r\nBcc: c@d", "a@b,c@d")) {
      assertThatThrownBy(() -> organisation.setEmail("quality2", typed)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(typed);
    }
    assertThatThrownBy(() -> organisation.setEmail("nobody", "a@b")).hasMessageContaining("nobody");
  }
}
