package io.stile.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.testkit.StileTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@StileTest
@Transactional
class AuditTest {

  private static final Subject LAMP = new Subject("lamp", "lamp-7", "The lamp of 100% <b>");

  @Autowired Audit audit;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  @WithMockUser("billing1")
  void keepsWhoDidWhatAndWhatDiffersSinceThen() {
    audit.record("changed", LAMP, new Changes().add("colour", "red", "blue").add("size", 3, 3).add("shades", Set.of("b", "a"), Set.of())
        .add("name", null, " "));

    assertThat(audit.entries(new AuditFilter(null, "lamp", null, null, null), null, 5)).singleElement().satisfies(entry -> {
      assertThat(entry.actor()).isEqualTo("billing1");
      assertThat(entry.at()).isEqualTo(clock.instant());
      assertThat(entry.subject()).isEqualTo(LAMP);
      assertThat(entry.changes()).containsExactly(new Change("colour", "red", "blue"), new Change("shades", "a, b", null));
    });
  }

  @Test
  void knowsThatNobodyIsSignedIn() {
    audit.record("added", LAMP, new Changes());
    assertThat(entries(AuditFilter.NONE).get(0).actor()).isNull();
  }

  @Test
  void findsByPersonThingAndTime() {
    audit.record("front1", "added", LAMP, new Changes());
    audit.record("front2", "changed", new Subject("lantern", "x", "y"), new Changes());

    assertThat(entries(new AuditFilter("front1", null, null, null, null))).extracting(AuditEntry::subject).contains(LAMP);
    assertThat(entries(new AuditFilter("front1", "lantern", null, null, null))).isEmpty();
    assertThat(entries(new AuditFilter(null, null, "00% <", null, null))).hasSize(1);
    assertThat(entries(new AuditFilter(null, null, "LAMP-7", null, null))).hasSize(1);
    assertThat(entries(new AuditFilter(null, "lamp", null, clock.instant(), clock.instant().plusSeconds(1)))).hasSize(1);
    assertThat(entries(new AuditFilter(null, "lamp", null, null, clock.instant()))).isEmpty();
    assertThat(entries(new AuditFilter(null, "lamp", null, clock.instant().plus(Duration.ofMillis(1)), null))).isEmpty();
    assertThat(audit.kinds()).contains("lamp", "lantern");
  }

  @Test
  void goesOnBehindAnEntry() {
    for (int at = 0; at < 5; at++) {
      audit.record("front1", "added", new Subject("lamp", "" + at, "x"), new Changes());
    }
    AuditFilter lamps = new AuditFilter(null, "lamp", null, null, null);
    List<AuditEntry> first = audit.entries(lamps, null, 2);
    assertThat(audit.entries(lamps, first.get(1).id(), 5)).extracting(entry -> entry.subject().key()).containsExactly("2", "1", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update audit set actor = 'somebody else'", "delete from audit", "truncate audit"})
  void nobodyAltersIt(String sql) {
    audit.record("added", LAMP, new Changes());
    assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
  }

  @Test
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void isWrittenInTheTransactionOfTheChangeOnly() {
    assertThatThrownBy(() -> audit.record("added", LAMP, new Changes())).isInstanceOf(IllegalTransactionStateException.class);
  }

  private List<AuditEntry> entries(AuditFilter filter) {
    return audit.entries(filter, null, 100);
  }
}
