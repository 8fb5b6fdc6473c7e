package io.stile.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.gate.Bundle;
import io.stile.studio.Difference.Change;
import io.stile.studio.Difference.Detail;
import io.stile.studio.Difference.Item;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Differences in the words of those who draw. */
class DifferencesTest {

  private static final Map<String, String> DEPARTMENTS = Map.of("logistics", "Logistics", "billing", "Billing", "front-office", "Front office");
  private static final String DIAGRAM = "bpmn/phone-swap.bpmn";
  private static final String FORM = "forms/phone-swap/reserve-handset.form";
  private static final String TABLE = "bpmn/phone-swap-eligibility.dmn";

  private final Differences differences = new Differences(new PropertyWords(key -> DEPARTMENTS.getOrDefault(key, key), signIn -> signIn));
  private final Bundle before = ShippedFiles.phoneSwap();

  private List<Item> after(String path, String what, String instead) {
    String content = new String(before.file(path).orElseThrow(), StandardCharsets.UTF_8);
    assertThat(content).contains(what);
    int at = content.indexOf(what);
    String changed = content.substring(0, at) + instead + content.substring(at + what.length());
    return differences.between(before, before.with(path, changed.getBytes(StandardCharsets.UTF_8))).files().stream()
        .flatMap(file -> file.items().stream()).toList();
  }

  @Test
  void namesATargetAndADepartmentAsPeopleDo() {
    List<Item> items = after(DIAGRAM, """
        camunda:candidateGroups="logistics">
              <bpmn:documentation>Reserve the handset""", """
        camunda:candidateGroups="billing">
              <bpmn:documentation>Reserve the handset""");
    assertThat(items).singleElement().satisfies(item -> {
      assertThat(item.change()).isEqualTo(Change.CHANGED);
      assertThat(item.title()).isEqualTo("Step “Reserve the handset”");
      assertThat(item.details()).containsExactly(new Detail("Department", "Logistics", "Billing"));
    });
    assertThat(after(DIAGRAM, "name=\"sla\" value=\"PT4H\"", "name=\"sla\" value=\"PT2H\"")).singleElement()
        .satisfies(item -> assertThat(item.details()).containsExactly(new Detail("Target", "4 open hours", "2 open hours")));
  }

  @Test
  void saysWhatAConditionAsksNow() {
    assertThat(after(DIAGRAM, "${inStock", "${!inStock")).singleElement().satisfies(item -> {
      assertThat(item.title()).startsWith("Flow “").contains("from “In stock?”");
      assertThat(item.details()).singleElement().satisfies(detail -> assertThat(detail.what()).isEqualTo("Condition"));
    });
  }

  @Test
  void saysAConditionAsTheBuilderDoes() {
    assertThat(after(DIAGRAM, "${inStock == 'yes'}", "${inStock == 'no' || customerTier != 'premium' &amp;&amp; contractMonths &gt;= 12}")).singleElement()
        .satisfies(item -> assertThat(item.details()).containsExactly(new Detail("Condition", "if “Is it in stock?” is “Yes, it is reserved”",
            "if “Is it in stock?” is “No”, or the customer's tier is not “Premium” and age of the contract in full months is at least 12")));
    assertThat(after(DIAGRAM, "${eligibility == 'eligible'}", "${eligibility == 'open-balance'}")).singleElement().satisfies(item ->
        assertThat(item.details()).containsExactly(new Detail("Condition", "if the result of Phone swap eligibility is “eligible”",
            "if the result of Phone swap eligibility is “open balance”")));
  }

  @Test
  void showsAConditionAsItIsWrittenWhereNoSentenceTellsTheTwoApart() {
    assertThat(after(DIAGRAM, "${inStock == 'yes'}", "${'yes' == inStock}")).singleElement().satisfies(item ->
        assertThat(item.details()).containsExactly(new Detail("Condition", "${inStock == 'yes'}", "${'yes' == inStock}")));
    assertThat(after(DIAGRAM, "${inStock == 'yes'}", "${inStock == handsetImei}")).singleElement().satisfies(item ->
        assertThat(item.details()).containsExactly(new Detail("Condition", "if “Is it in stock?” is “Yes, it is reserved”", "${inStock == handsetImei}")));
  }

  @Test
  void saysWhenATimerGoesOff() {
    assertThat(after(DIAGRAM, "${stepDue}", "${waitUntil}")).singleElement().satisfies(item ->
        assertThat(item.details()).containsExactly(new Detail("Goes off at", "when the step is late", "when waiting ends")));
  }

  @Test
  void saysWhatCellsAskAndKeepsWhatComputesAsItIs() {
    assertThat(List.of(CellWords.of("\"basic\",\"standard\""), CellWords.of("not(\"basic\")"), CellWords.of("[6..12]"), CellWords.of(">= 5.5, null"),
        CellWords.of("-12"), CellWords.of("amountCents * 2"), CellWords.of("\"a, b\""), CellWords.of("]6..12["))).containsExactly(
            "“basic” or “standard”", "not “basic”", "6 to 12", "at least 5.5 or empty", "-12", "amountCents * 2", "“a, b”", "]6..12[");
  }

  @Test
  void tellsAStepThatWasMovedFromOneThatWasChanged() {
    assertThat(DiagramMutations.moved(ShippedFiles.text(DIAGRAM), "UserTask_ReserveHandset")).satisfies(moved ->
        assertThat(differences.between(DIAGRAM, before.file(DIAGRAM).orElseThrow(), moved.getBytes(StandardCharsets.UTF_8)).files().get(0).items())
            .extracting(Item::change, Item::element).containsExactly(org.assertj.core.groups.Tuple.tuple(Change.MOVED, "UserTask_ReserveHandset")));
  }

  @Test
  void comparesFormsFieldByField() {
    assertThat(after(FORM, "\"label\": \"IMEI of the reserved handset\"", "\"label\": \"Serial number\"")).singleElement()
        .satisfies(item -> assertThat(item.details()).containsExactly(new Detail("Label", "IMEI of the reserved handset", "Serial number")));
    String field = "{\"type\": \"number\", \"key\": \"depositCents\", \"label\": \"Deposit in cents\", \"validate\": {\"required\": true}},";
    assertThat(after(FORM, "\"components\": [", "\"components\": [" + field)).singleElement().satisfies(item -> {
      assertThat(item.change()).isEqualTo(Change.ADDED);
      assertThat(item.title()).isEqualTo("Field “Deposit in cents”");
      assertThat(item.details()).contains(new Detail("Kind", null, "number"), new Detail("Must be answered", null, "yes"));
    });
  }

  @Test
  void knowsAFieldAgainUnderAnotherKey() {
    assertThat(after(FORM, "\"key\": \"handsetImei\"", "\"key\": \"serial\"")).singleElement()
        .satisfies(item -> assertThat(item.details()).containsExactly(new Detail("Name of the answer", "handsetImei", "serial")));
  }

  @Test
  void seesNothingInWhatAnEditorWritesForItself() {
    String saved = ShippedFiles.text(FORM).replace("\"key\": \"handsetImei\"", "\"layout\": {\"row\": \"Row_1\", \"columns\": null}, \"key\": \"handsetImei\"");
    assertThat(differences.between(before, before.with(FORM, saved.getBytes(StandardCharsets.UTF_8))).isEmpty()).isTrue();
  }

  @Test
  void comparesTablesRowByRowAndCellByCell() {
    assertThat(after(TABLE, "&lt; 6", "&lt; 9")).singleElement().satisfies(item -> {
      assertThat(item.title()).isEqualTo("Rule 4 “No swap in the first six months”");
      assertThat(item.details()).containsExactly(new Detail("Age of the contract in full months", "less than 6", "less than 9"));
    });
  }

  @Test
  void saysThatAFileIsNewOrGoneWithWhatItHas() {
    Difference difference = differences.between(before.without(FORM), before);
    assertThat(difference.files()).singleElement().satisfies(file -> {
      assertThat(file.change()).isEqualTo(Change.ADDED);
      assertThat(file.title()).isEqualTo("Form “Reserve handset”");
      assertThat(file.items()).isNotEmpty().allMatch(item -> item.change() == Change.ADDED);
    });
    assertThat(differences.between(before, before.without(FORM)).files().get(0).change()).isEqualTo(Change.REMOVED);
  }

  @Test
  void saysThatWhatCannotBeReadCannotBeCompared() {
    Difference difference = differences.between(before, before.with(DIAGRAM, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"
        .getBytes(StandardCharsets.UTF_8)).with(FORM, "{".getBytes(StandardCharsets.UTF_8)));
    assertThat(difference.files()).hasSize(2).allSatisfy(file -> assertThat(file.unread()).isNotEmpty());
    assertThat(difference.isEmpty()).isFalse();
  }
}
