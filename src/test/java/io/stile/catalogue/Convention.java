package io.stile.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each convention of models and forms with the rule that enforces it; docs/bpmn-conventions.md names them all. */
enum Convention {
  FILE_NAME_IS_PROCESS_ID(models(NamingRules::fileNameIsProcessId)),
  NO_GENERATED_ID(models(NamingRules::noGeneratedId)),
  ID_BEARS_TYPE(models(NamingRules::idBearsType)),
  ID_FOLLOWS_LABEL(models(NamingRules::idFollowsLabel)),
  FLOW_ID_TELLS_ITS_WAY(models(NamingRules::flowIdTellsItsWay)),
  EVERYTHING_IS_LABELLED(models(NamingRules::everythingIsLabelled)),
  GATEWAYS_ASK(models(NamingRules::gatewaysAsk)),
  MESSAGES_BEAR_THE_PROCESS_NAME(models(NamingRules::messagesBearTheProcessName)),

  PROCESS_CAN_RUN(models(ProcessRules::processCanRun)),
  PROCESS_CARRIES_ITS_PROMISE(models(ProcessRules::processCarriesItsPromise)),
  CUSTOMER_CAN_WITHDRAW(models(ProcessRules::customerCanWithdraw)),
  PROPERTIES_ARE_KNOWN(models(ProcessRules::propertiesAreKnown)),
  SERVICE_TASK_NAMES_AN_ACTION(models(ProcessRules::serviceTaskNamesAnAction)),
  ONLY_WHAT_CANNOT_RUN_CODE(models(ProcessRules::onlyWhatCannotRunCode)),

  STEP_IS_COMPLETE(models(StepRules::stepIsComplete)),
  START_TELLS_WHAT_TO_ASK(models(StepRules::startTellsWhatToAsk)),
  STEP_HAS_ITS_FORM(StepRules::stepHasItsForm),
  STEP_HAS_A_LATE_TIMER(models(StepRules::stepHasALateTimer)),
  LATE_LEADS_TO_ESCALATE(models(StepRules::lateLeadsToEscalate)),
  ESCALATE_CAN_PUT_PROMISE_AT_RISK(models(StepRules::escalateCanPutPromiseAtRisk)),
  CALL_PASSES_BUSINESS_KEY(models(StepRules::callPassesBusinessKey)),
  CANCEL_ACTIVITY_IS_WRITTEN_OUT(models(StepRules::cancelActivityIsWrittenOut)),

  EXPRESSIONS_STAND_WHERE_THEY_MAY(models(ExpressionRules::expressionsStandWhereTheyMay)),
  NAMES_ARE_KNOWN(ExpressionRules::namesAreKnown),
  COMPARED_VALUES_EXIST(ExpressionRules::comparedValuesExist),
  DATES_ARE_INSTANTS(ExpressionRules::datesAreInstants),
  DECISION_IS_BOUND(models(ExpressionRules::decisionIsBound)),
  DECISION_IS_PLAIN_FEEL(ExpressionRules::decisionIsPlainFeel),

  REFERENCES_EXIST(models(FlowRules::referencesExist)),
  FLOWS_ARE_LISTED_AT_BOTH_ENDS(models(FlowRules::flowsAreListedAtBothEnds)),
  EVERYTHING_IS_REACHED(models(FlowRules::everythingIsReached)),
  EVERYTHING_CAN_END(models(FlowRules::everythingCanEnd)),
  ONLY_GATEWAYS_SPLIT(models(FlowRules::onlyGatewaysSplit)),
  SPLIT_HAS_A_DEFAULT(models(FlowRules::splitHasADefault)),
  SIDE_ENDS_ARE_NO_OUTCOME(models(FlowRules::sideEndsAreNoOutcome)),

  EVERYTHING_IS_DRAWN(models(LayoutRules::everythingIsDrawn)),
  HAPPY_PATH_IS_STRAIGHT(models(LayoutRules::happyPathIsStraight)),
  FLOWS_DO_NOT_CROSS(models(LayoutRules::flowsDoNotCross)),
  FLOWS_ARE_RECTANGULAR(models(LayoutRules::flowsAreRectangular)),
  FLOWS_KEEP_OUT_OF_SHAPES(models(LayoutRules::flowsKeepOutOfShapes)),
  SHAPES_KEEP_APART(models(LayoutRules::shapesKeepApart)),
  LABELS_COVER_NOTHING(models(LayoutRules::labelsCoverNothing)),

  FORM_ID_IS_ITS_PLACE(forms(FormRules::idIsItsPlace)),
  FORM_COMPONENTS_ARE_ALLOWED(forms(FormRules::componentsAreAllowed)),
  FORM_FIELDS_HAVE_KEY_AND_LABEL(forms(FormRules::fieldsHaveKeyAndLabel)),
  FORM_CHOICES_HAVE_OPTIONS(forms(FormRules::choicesHaveOptions)),
  FORM_LIMITS_MAKE_SENSE(forms(FormRules::limitsMakeSense)),
  FORM_TEXTS_ARE_TEXTS(forms(FormRules::textsAreTexts)),
  FORM_MONEY_IS_MINOR_UNITS(forms(FormRules::moneyIsMinorUnits)),
  FORM_CONDITIONS_KNOW_THEIR_NAMES(FormRules::conditionsKnowTheirNames),
  FORM_READ_ONLY_FIELDS_ARE_KNOWN(FormRules::readOnlyFieldsAreKnown);

  private final Function<ModelFolder, List<String>> rule;

  Convention(Function<ModelFolder, List<String>> rule) {
    this.rule = rule;
  }

  /** What breaks this convention, each with its file; empty if nothing does. */
  List<String> findings(ModelFolder folder) {
    return rule.apply(folder);
  }

  /** The name under which the page of conventions lists it: {@code flows-do-not-cross}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Function<ModelFolder, List<String>> models(Function<DrawnModel, Stream<String>> rule) {
    return folder -> folder.models().stream().flatMap(m -> rule.apply(m).map(f -> m.path() + ": " + f)).toList();
  }

  private static Function<ModelFolder, List<String>> forms(Function<FormFile, Stream<String>> rule) {
    return folder -> folder.forms().stream().flatMap(f -> rule.apply(f).map(x -> f.path() + ": " + x)).toList();
  }
}
