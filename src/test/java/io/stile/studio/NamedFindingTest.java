package io.stile.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.gate.Bundle;
import io.stile.gate.Finding;
import io.stile.gate.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings at places that people know. */
class NamedFindingTest {

  private static final String DIAGRAM = "bpmn/phone-swap.bpmn";
  private static final String FORM = "forms/phone-swap/reserve-handset.form";
  private static final String TABLE = "bpmn/phone-swap-eligibility.dmn";

  private final Bundle bundle = ShippedFiles.phoneSwap();

  private String name(String path, String element, String place) {
    return NamedFinding.of(bundle, path, List.of(new Finding(element, place, "rule", Severity.SAFETY, "message"))).get(0).name();
  }

  @Test
  void callsStepsAndWaysByTheirLabels() {
    assertThat(name(DIAGRAM, "UserTask_ReserveHandset", "candidateGroups")).isEqualTo("Step “Reserve the handset”, department");
    assertThat(name(DIAGRAM, "phone-swap", "processOwner")).isEqualTo("Process “Phone swap”, process owner");
    assertThat(name(DIAGRAM, "Flow_InStockYes", "")).startsWith("Flow “yes” from “In stock?” to ");
  }

  @Test
  void callsWhatHasNoLabelByWhatLiesBesideIt() {
    assertThat(name(DIAGRAM, "Gateway_AgreedFork", "")).isEqualTo("Fork or join after “Agree the plan change with the customer”");
  }

  @Test
  void callsFieldsByTheirLabels() {
    assertThat(name(FORM, "handsetImei", "validate.pattern")).isEqualTo("Field “IMEI of the reserved handset”, pattern");
    assertThat(name(FORM, "phone-swap.reserve-handset", "")).isEqualTo("The form");
  }

  @Test
  void callsRowsAndColumnsAsTheyStandInTheTable() {
    assertThat(name(TABLE, "phone-swap-eligibility", "rule 3, output 1")).isEqualTo("Rule 3, result “Eligibility”");
    assertThat(name(TABLE, "phone-swap-eligibility", "input 1")).isEqualTo("Condition “Age of the contract in full months”");
    assertThat(name(TABLE, "InputEntry_TooYoung_ContractMonths", "id")).isEqualTo("Rule 4, condition “Age of the contract in full months”, id");
    assertThat(name(TABLE, "phone-swap-eligibility", "historyTimeToLive")).isEqualTo("The table, history kept for");
  }

  @Test
  void callsAFileThatCannotBeReadAsAWhole() {
    Bundle broken = bundle.with(DIAGRAM, "<broken".getBytes(StandardCharsets.UTF_8));
    assertThat(NamedFinding.of(broken, DIAGRAM, List.of(new Finding("file", "line 1", "xml-well-formed", Severity.SAFETY, "message"))))
        .singleElement().extracting(NamedFinding::name).isEqualTo("The diagram, line 1");
  }
}
