package io.stile.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.audit.Audit;
import io.stile.audit.AuditEntry;
import io.stile.audit.AuditFilter;
import io.stile.migration.MigrationPlans.Wanted;
import io.stile.request.JournalKind;
import io.stile.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new version asks a question and has a condition read the answer, and some requests are past the step that asks. */
class NeverAskedTest extends MigrationStory {

  private static final String FIELDS = """
      "components": [
        {"type": "select", "key": "deposit", "label": "Deposit paid", "id": "Field_deposit",
         "values": [{"label": "Yes, paid", "value": "yes"}, {"label": "Not yet", "value": "no"}]},
        {"type": "number", "key": "depositCents", "label": "Deposit in cents", "decimalDigits": 0, "id": "Field_depositCents"},""";

  @Autowired
  Audit audit;

  /** Asked when the handset is reserved, read when the SIM was activated. */
  static SwapModel asking(SwapModel swap) {
    return swap.form("reserve-handset", form -> form.replaceFirst("\"components\": \\[", FIELDS))
        .replaced("${activated == 'yes'}", "${activated == 'yes' &amp;&amp; deposit != 'no' &amp;&amp; (depositCents == null || depositCents &lt; 100)}");
  }

  private static Wanted giving(Object deposit) {
    Map<String, Object> given = new HashMap<>();
    given.put("deposit", deposit);
    given.put("depositCents", null);
    return new Wanted(null, false, Map.of(), given);
  }

  @Test
  void whoIsPastTheQuestionStaysAndWhoIsStillToBeAskedMoves() {
    SwapModel swap = published();
    Request before = standingOn(swap, RESERVE);
    Request past = standingOn(swap, ACTIVATE);
    publish(asking(swap));
    MigrationPlan plan = plans.plan(swap.key(), Wanted.newest());

    assertThat(plan.unasked()).extracting(Unasked::name).containsExactly("deposit", "depositCents");
    assertThat(plan.unasked().get(0)).satisfies(unasked -> {
      assertThat(unasked.label()).isEqualTo("Deposit paid");
      assertThat(unasked.requests()).containsExactly(past.number().value());
      assertThat(unasked.effects()).containsExactly("“Activated?” asks for it; left empty, “no” is taken there unless another condition holds.");
    });
    assertThat(plans.dryRun(plan).moves()).containsExactly(before.number().value());

    Migration done = move(swap);

    assertThat(reason(done, past)).isEqualTo(plans.dryRun(plan).stays().get(0).reason()).startsWith("“Activated?” asks for “Deposit paid”, "
        + "which it was never asked, no step ahead asks it before, and the plan gives no value.");
    assertThat(people.now(before).model()).isEqualTo(done.target());
    assertThat(people.now(past).model()).isEqualTo(past.model());
    finish(past);
  }

  @Test
  void whoIsPastTheQuestionMovesWithWhatTheOwnerGives() {
    SwapModel swap = published();
    Request before = standingOn(swap, RESERVE);
    Request past = standingOn(swap, ACTIVATE);
    publish(asking(swap));

    assertMoved(move(swap, giving("no")), before, past);

    assertThat(steps.facts(people.task(past, ACTIVATE).step())).containsEntry("deposit", "no").containsEntry("depositCents", null);
    assertThat(steps.facts(people.task(before, RESERVE).step())).doesNotContainKey("deposit");
    assertThat(journal.of(past.number().value())).filteredOn(entry -> entry.kind() == JournalKind.VERSION_CHANGED).singleElement()
        .satisfies(entry -> assertThat(entry.details().get("changes"))
            .contains("“Deposit paid”, which was never asked, is “Not yet”", "“Deposit in cents”, which was never asked, is left empty"));
    assertThat(audit.entries(AuditFilter.NONE, null, 50)).filteredOn(entry -> swap.key().equals(entry.subject().key()))
        .flatExtracting(AuditEntry::changes).extracting(change -> change.after()).contains("Deposit in cents is left empty, Deposit paid is “Not yet”");
    people.complete(past, ACTIVATE, "network1", Map.of("activated", "yes"));
    assertThat(people.steps(past)).containsExactly("UserTask_RepairActivation");
  }

  @Test
  void whoIsPastTheQuestionMovesWithoutItWhereTheOwnerSaysSo() {
    SwapModel swap = published();
    Request past = standingOn(swap, ACTIVATE);
    publish(asking(swap));

    assertMoved(move(swap, giving(null)), past);

    assertThat(steps.facts(people.task(past, ACTIVATE).step())).containsEntry("deposit", null);
    finish(past);
  }

  @Test
  void whoWasAskedAndAnsweredNothingMoves() {
    SwapModel asked = asking(published()).replaced("deposit != 'no' &amp;&amp; (depositCents == null || depositCents &lt; 100)", "1 == 1");
    publish(asked);
    Request request = standingOn(asked, ACTIVATE);
    publish(asked.replaced("1 == 1", "deposit != 'no'"));

    assertMoved(move(asked), request);
  }

  @Test
  void whatTheOldVersionReadsUnaskedAsWellKeepsNobody() {
    SwapModel optional = published().form("agree-alternative", form -> form.replaceFirst("\"components\": \\[", FIELDS))
        .replaced("${activated == 'yes'}", "${activated == 'yes' &amp;&amp; deposit != 'no'}");
    publish(optional);
    Request request = standingOn(optional, ACTIVATE);
    publish(optional.replaced("Put the activated SIM in before it leaves us.", "Put the SIM in."));

    assertMoved(move(optional), request);
  }

  @Test
  void aValueIsReadAsItsFieldReadsIt() {
    SwapModel swap = published();
    standingOn(swap, ACTIVATE);
    publish(asking(swap));

    assertThat(plans.plan(swap.key(), given("depositCents", "1200")).given()).containsEntry("depositCents", 1200L);
    assertThatThrownBy(() -> plans.plan(swap.key(), given("depositCents", "twelve"))).isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("Deposit in cents: Expected a number");
    assertThatThrownBy(() -> plans.plan(swap.key(), given("deposit", "perhaps"))).hasMessageContaining("perhaps");
    assertThatThrownBy(() -> plans.plan(swap.key(), given("deposits", "yes"))).hasMessageContaining("No form of version 2 asks for 'deposits'");
    assertThatThrownBy(() -> plans.plan(swap.key(), given("deposits", null))).hasMessageContaining("No form of version 2 asks for 'deposits'");
  }

  private static Wanted given(String name, Object value) {
    Map<String, Object> given = new HashMap<>();
    given.put(name, value);
    return new Wanted(null, false, Map.of(), given);
  }

  @Test
  void aNewQuestionAtTheOpeningWasAskedNobody() {
    SwapModel swap = published();
    Request request = open(swap);
    publish(swap.form("start", form -> form.replaceFirst("\"components\": \\[", FIELDS)).replaced("${inStock == 'yes'}", "${inStock == 'yes' &amp;&amp; deposit != 'no'}"));

    assertThat(plans.plan(swap.key(), Wanted.newest()).unasked()).singleElement().satisfies(unasked -> {
      assertThat(unasked.name()).isEqualTo("deposit");
      assertThat(unasked.requests()).isEqualTo(List.of(request.number().value()));
    });
  }
}
