package io.stile.gate;

import static io.stile.gate.Convention.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The sample's model, forms and table, each wrong in one place: one text is replaced. */
final class BrokenModels {

  private static final String SWAP = "bpmn/sim-swap.bpmn";
  private static final String TABLE = "bpmn/sim-swap-eligibility.dmn";
  private static final String START = "forms/sim-swap/start.form";
  private static final String SEND = "forms/sim-swap/send-card.form";

  static final List<Broken> ALL = List.of(
      new Broken(FILE_NAME_IS_PROCESS_ID, SWAP, "process id=\"sim-swap\"", "process id=\"simSwap\"", "kebab-case"),
      new Broken(FILE_NAME_IS_PROCESS_ID, SWAP, "process id=\"sim-swap\"",
          "process id=\"card-swap\"", "is to be called card-swap.bpmn"),
      new Broken(NO_GENERATED_ID, SWAP, "EndEvent_CardSwapped", "Event_0x1ab9c", "was made up by a tool"),
      new Broken(ID_BEARS_TYPE, SWAP, "UserTask_SendCard", "Task_SendCard", "Call it UserTask_SendCard"),
      new Broken(ID_FOLLOWS_LABEL, SWAP, "name=\"Send the card\"",
          "name=\"Put the card into an envelope\"", "UserTask_SendCard: does not follow"),
      new Broken(FLOW_ID_TELLS_ITS_WAY, SWAP, "Flow_ArrivedNotYet", "Flow_Four", "is to be called Flow_ArrivedNotYet"),
      new Broken(EVERYTHING_IS_LABELLED, SWAP, " name=\"Card swapped\"", "", "EndEvent_CardSwapped: name: This event has no label"),
      new Broken(EVERYTHING_IS_LABELLED, SWAP, "name=\"Send the card\"", "name=\"Send\"", "is one word"),
      new Broken(GATEWAYS_ASK, SWAP, "name=\"Arrived?\"", "name=\"Arrival\"", "no question is asked"),
      new Broken(GATEWAYS_ASK, SWAP, "name=\"not yet\"", "", "This flow has no label"),
      new Broken(MESSAGES_BEAR_THE_PROCESS_NAME, SWAP, "name=\"sim-swap.withdrawn\"",
          "name=\"withdrawn\"", "sim-swap.<what-happened>"),
      new Broken(PROCESS_CAN_RUN, SWAP, "isExecutable=\"true\"", "isExecutable=\"false\"", "isExecutable"),
      new Broken(PROCESS_CAN_RUN, SWAP, "historyTimeToLive=\"P180D\"", "historyTimeToLive=\"\"", "historyTimeToLive"),
      new Broken(PROCESS_CARRIES_ITS_PROMISE, SWAP, "name=\"promise\" value=\"P1D\"",
          "name=\"promise\" value=\"1 day\"", "“1 day” is no target"),
      new Broken(PROCESS_CARRIES_ITS_PROMISE, SWAP, "value=\"opener\"", "value=\"anybody\"", "ownerPolicy \"anybody\""),
      new Broken(PROCESS_HAS_ONE_START, SWAP, "<bpmn:endEvent id=\"EndEvent_NotEligible\" name=\"Not eligible\">",
          "<bpmn:startEvent id=\"StartEvent_Twice\"/><bpmn:endEvent id=\"EndEvent_NotEligible\" name=\"Not eligible\">", "StartEvent_Twice"),
      new Broken(CUSTOMER_CAN_WITHDRAW, SWAP, "isInterrupting=\"true\"", "isInterrupting=\"false\"", "“sim-swap.withdrawn”"),
      new Broken(PROPERTIES_ARE_KNOWN, SWAP, "name=\"warnAt\"", "name=\"warnings\"", "no property \"warnings\""),
      new Broken(SERVICE_TASK_NAMES_AN_ACTION, SWAP, "value=\"ask-owner-to-renew\"", "value=\"pay-out\"", "no action \"pay-out\""),
      new Broken(ONLY_WHAT_CANNOT_RUN_CODE, SWAP, "candidateGroups=\"logistics\"",
          "candidateGroups=\"logistics\" camunda:class=\"x.Y\"", "camunda:class"),
      new Broken(ONLY_WHAT_CANNOT_RUN_CODE, SWAP, "<camunda:properties>",
          "<camunda:executionListener event=\"start\" /><camunda:properties>", "executionListener"),
      new Broken(STEP_IS_COMPLETE, SWAP, "candidateGroups=\"logistics\"",
          "candidateGroups=\"logistics,billing\"", "not one department"),
      new Broken(STEP_IS_COMPLETE, SWAP, "value=\"PT4H\"", "value=\"P1DT4H\"", "“P1DT4H” is no target"),
      new Broken(STEP_IS_COMPLETE, SWAP, "value=\"75\"", "value=\"100\"", "“100” is no percentage"),
      new Broken(CUSTOMER_TEXT_IS_PRESENT, SWAP, "value=\"We are sending your card.\"", "value=\"\"", "no text for the customer"),
      new Broken(STEP_IS_COMPLETE, SWAP, "Send a new card and ask whether it arrived.", "", "It is not said what to do"),
      new Broken(START_TELLS_WHAT_TO_ASK, SWAP, "Ask: Which contract is it about?", "", "Write a guide for the call"),
      new Broken(STEP_HAS_ITS_FORM, SWAP, "formRef=\"sim-swap.send-card\"", "formRef=\"sim-swap.post-card\"", "no form"),
      new Broken(STEP_HAS_ITS_FORM, SWAP, "formRef=\"sim-swap.send-card\"", "formRef=\"sim-swap.start\"", "no step uses it"),
      new Broken(STEP_HAS_ITS_FORM, SWAP, "formRefBinding=\"deployment\"",
          "formRefBinding=\"latest\"", "formRefBinding is deployment"),
      new Broken(STEP_HAS_A_LATE_TIMER, SWAP, "${stepDue}", "PT4H", "Write the date ${stepDue}"),
      new Broken(STEP_HAS_A_LATE_TIMER, SWAP, "cancelActivity=\"false\"", "cancelActivity=\"true\"", "must not interrupt"),
      new Broken(STEP_HAS_A_LATE_TIMER, SWAP, "attachedToRef=\"UserTask_SendCard\"",
          "attachedToRef=\"CallActivity_Escalate\"", "Nothing happens when this step is late"),
      new Broken(LATE_LEADS_TO_ESCALATE, SWAP, "targetRef=\"CallActivity_Escalate\"",
          "targetRef=\"EndEvent_LateTaskDealtWith\"", "Nobody learns that this step is late"),
      new Broken(LATE_LEADS_TO_ESCALATE, SWAP, "<camunda:property name=\"promise\" value=\"P1D\" />",
          "<camunda:property name=\"kind\" value=\"protocol\" />", "draws its own next step"),
      new Broken(ESCALATE_CAN_PUT_PROMISE_AT_RISK, SWAP, "escalationCode=\"promise-at-risk\"",
          "escalationCode=\"late\"", "“promise-at-risk”"),
      new Broken(CALL_PASSES_BUSINESS_KEY, SWAP, "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
          "", "business key"),
      new Broken(CALL_PASSES_BUSINESS_KEY, SWAP, "calledElement=\"escalation\"", "calledElement=\"sim-swap\"", "no protocol"),
      new Broken(CANCEL_ACTIVITY_IS_WRITTEN_OUT, SWAP, " cancelActivity=\"false\"", "", "cancelActivity: It is not written out"),
      new Broken(EXPRESSIONS_STAND_WHERE_THEY_MAY, SWAP, "${arrived == 'not-yet'}", "${arrived.size() > 0}", "no dots, no calls"),
      new Broken(EXPRESSIONS_STAND_WHERE_THEY_MAY, SWAP, "${arrived == 'not-yet'}", "${stop(arrived)}", "no dots, no calls"),
      new Broken(EXPRESSIONS_STAND_WHERE_THEY_MAY, SWAP, "name=\"Send the card\"",
          "name=\"Send ${cards} cards\"", "no expression in name"),
      new Broken(NAMES_ARE_KNOWN, SWAP, "${arrived == 'not-yet'}", "${here == 'not-yet'}", "\"here\""),
      new Broken(NAMES_ARE_KNOWN, SWAP, "${eligibility == 'eligible'}", "${arrived == 'yes'}", "\"arrived\""),
      new Broken(COMPARED_VALUES_EXIST, SWAP, "'not-yet'", "'never'", "never 'never'"),
      new Broken(COMPARED_VALUES_EXIST, TABLE, "\"eligible\"", "\"fine\"", "never 'eligible'"),
      new Broken(DATES_ARE_INSTANTS, SEND, "\"utc_offset\"", "\"no_timezone\"", "${askAgainAt}"),
      new Broken(DECISION_IS_BOUND, SWAP, "mapDecisionResult=\"singleEntry\"", "mapDecisionResult=\"resultList\"", "singleEntry"),
      new Broken(DECISION_IS_PLAIN_FEEL, TABLE, "<text>contractMonths</text>", "<text>months</text>", "[months]"),
      new Broken(DECISION_IS_PLAIN_FEEL, TABLE, "typeRef=\"integer\"",
          "typeRef=\"integer\" expressionLanguage=\"juel\"", "is FEEL"),
      new Broken(DECISION_IS_PLAIN_FEEL, SWAP, "decisionRef=\"sim-swap-eligibility\"",
          "decisionRef=\"sim-swap-check\"", "no table for sim-swap-check"),
      new Broken(REFERENCES_EXIST, SWAP, "id=\"Escalation_PromiseAtRisk\"", "id=\"Escalation_Other\"", "Escalation_PromiseAtRisk"),
      new Broken(FLOWS_ARE_LISTED_AT_BOTH_ENDS, SWAP, "<bpmn:incoming>Flow_ArrivedNotYet</bpmn:incoming>",
          "", "CatchEvent_TimeToAskAgain: its incoming"),
      new Broken(EVERYTHING_IS_REACHED, SWAP, "targetRef=\"CatchEvent_TimeToAskAgain\"",
          "targetRef=\"UserTask_SendCard\"", "CatchEvent_TimeToAskAgain: : Nothing leads here"),
      new Broken(EVERYTHING_CAN_END, SWAP, "targetRef=\"EndEvent_CardSwapped\"",
          "targetRef=\"UserTask_SendCard\"", "UserTask_SendCard: : No end can be reached"),
      new Broken(ONLY_GATEWAYS_SPLIT, SWAP, "sourceRef=\"Gateway_Arrived\"",
          "sourceRef=\"UserTask_SendCard\"", "UserTask_SendCard: : More than one"),
      new Broken(GATEWAYS_SPLIT_OR_JOIN, SWAP, "sourceRef=\"Gateway_Arrived\" targetRef=\"CatchEvent_TimeToAskAgain\"",
          "sourceRef=\"UserTask_SendCard\" targetRef=\"CatchEvent_TimeToAskAgain\"", "Gateway_Arrived: : This gateway"),
      new Broken(SPLIT_HAS_A_DEFAULT, SWAP, " default=\"Flow_ArrivedYes\"", "", "Gateway_Arrived: default: "),
      new Broken(SIDE_ENDS_ARE_NO_OUTCOME, SWAP, "value=\"none\"", "value=\"ok\"", "Set outcome to none"),
      new Broken(EVERYTHING_IS_DRAWN, SWAP, "bpmnElement=\"UserTask_SendCard\"",
          "bpmnElement=\"sim-swap\"", "UserTask_SendCard: : This is in the model and not in the drawing"),
      new Broken(EVERYTHING_IS_DRAWN, SWAP, "bpmnElement=\"Flow_ArrivedNotYet\"",
          "bpmnElement=\"sim-swap\"", "Flow_ArrivedNotYet: : This is in the model and not in the drawing"),
      new Broken(HAPPY_PATH_IS_STRAIGHT, SWAP, "<di:waypoint x=\"735\" y=\"340\" />",
          "<di:waypoint x=\"735\" y=\"345\" />", "UserTask_SendCard: here the straight path"),
      new Broken(FLOWS_DO_NOT_CROSS, SWAP, "<di:waypoint x=\"610\" y=\"460\" />",
          "<di:waypoint x=\"430\" y=\"460\" />", "Flow_EligibleNo: : This flow crosses the one from “Time to ask again” to “Send the card”"),
      new Broken(FLOWS_ARE_RECTANGULAR, SWAP, "<di:waypoint x=\"610\" y=\"460\" />",
          "<di:waypoint x=\"620\" y=\"460\" />", "slanting"),
      new Broken(FLOWS_KEEP_OUT_OF_SHAPES, SWAP, "<di:waypoint x=\"610\" y=\"460\" />",
          "<di:waypoint x=\"440\" y=\"460\" /><di:waypoint x=\"440\" y=\"340\" />", "runs through Gateway_Eligible"),
      new Broken(SHAPES_KEEP_APART, SWAP, "<dc:Bounds x=\"742\" y=\"442\"",
          "<dc:Bounds x=\"742\" y=\"352\"", "Gateway_Arrived and CatchEvent_TimeToAskAgain: overlap"),
      new Broken(LABELS_COVER_NOTHING, SWAP, "<dc:Bounds x=\"768\" y=\"396\"",
          "<dc:Bounds x=\"750\" y=\"396\"", "Flow_ArrivedNotYet: its label covers"),
      new Broken(LABELS_COVER_NOTHING, SWAP, "<dc:Bounds x=\"854\" y=\"365\"",
          "<dc:Bounds x=\"960\" y=\"365\"", "its label covers SubProcess_Withdrawal"),
      new Broken(FORM_ID_IS_ITS_PLACE, SEND, "sim-swap.send-card", "send-card", "its id is"),
      new Broken(FORM_COMPONENTS_ARE_ALLOWED, SEND, "\"type\": \"textarea\"", "\"type\": \"html\"", "\"html\""),
      new Broken(FORM_FIELDS_HAVE_KEY_AND_LABEL, SEND, "\"key\": \"cardNumber\"", "\"key\": \"arrived\"", "stands twice"),
      new Broken(FORM_FIELDS_HAVE_KEY_AND_LABEL, SEND, "\"key\": \"cardNumber\"", "\"key\": \"stepDue\"", "word of the platform"),
      new Broken(FORM_CHOICES_HAVE_OPTIONS, START, "\"valuesKey\": \"contracts\"",
          "\"valuesKey\": \"bills\"", "no list \"bills\""),
      new Broken(FORM_LIMITS_MAKE_SENSE, SEND, "^[0-9]{19,20}$", "^[0-9{19,20}$", "does not compile"),
      new Broken(FORM_LIMITS_MAKE_SENSE, START, "\"max\": 5", "\"max\": 0", "min is above max"),
      new Broken(FORM_TEXTS_ARE_TEXTS, SEND, "Did the card arrive?", "<b>Did it?</b>", "markup"),
      new Broken(FORM_MONEY_IS_MINOR_UNITS, SEND, "\"key\": \"cardNumber\"", "\"key\": \"cardPrice\"", "Cents"),
      new Broken(FORM_CONDITIONS_KNOW_THEIR_NAMES, SEND, "=arrived != ", "=here != ", "\"here\""),
      new Broken(FORM_READ_ONLY_FIELDS_ARE_KNOWN, SEND, "\"key\": \"cards\"", "\"key\": \"pieces\"", "pieces"));

  private BrokenModels() {
  }

  /** One wrong file: in the file at this path the text is replaced everywhere; the convention's finding contains the last text. */
  record Broken(Convention convention, String path, String text, String replacement, String finding) {

    ModelFolder in(ModelFolder folder) {
      String right = folder.texts().get(path);
      assertThat(right.contains(text)).as("%s contains %s", path, text).isTrue();
      return folder.with(path, right.replace(text, replacement));
    }
  }
}
