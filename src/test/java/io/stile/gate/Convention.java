package io.stile.gate;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each convention of models and forms with the rule that enforces it; docs/bpmn-conventions.md names them all. */
enum Convention {
  FILE_NAME_IS_PROCESS_ID(files(NamingRules::fileNameIsProcessId)),
  NO_GENERATED_ID(lint(ModellingRule.NO_GENERATED_ID)),
  ID_BEARS_TYPE(lint(ModellingRule.ID_BEARS_TYPE)),
  ID_FOLLOWS_LABEL(models(NamingRules::idFollowsLabel)),
  FLOW_ID_TELLS_ITS_WAY(models(NamingRules::flowIdTellsItsWay)),
  EVERYTHING_IS_LABELLED(lint(ModellingRule.EVERYTHING_IS_LABELLED)),
  GATEWAYS_ASK(lint(ModellingRule.GATEWAYS_ASK)),
  MESSAGES_BEAR_THE_PROCESS_NAME(models(NamingRules::messagesBearTheProcessName)),

  PROCESS_CAN_RUN(lint(ModellingRule.PROCESS_CAN_RUN)),
  PROCESS_CARRIES_ITS_PROMISE(both(lint(ModellingRule.PROCESS_CARRIES_ITS_PROMISE), models(StepConventions::whoOwnsRequestsExists))),
  PROCESS_HAS_ONE_START(lint(ModellingRule.PROCESS_HAS_ONE_START)),
  CUSTOMER_CAN_WITHDRAW(lint(ModellingRule.CUSTOMER_CAN_WITHDRAW)),
  PROPERTIES_ARE_KNOWN(models(SafetyConventions::propertiesAreKnown)),
  SERVICE_TASK_NAMES_AN_ACTION(models(SafetyConventions::serviceTaskNamesAnAction)),
  ONLY_WHAT_CANNOT_RUN_CODE(models(SafetyConventions::onlyWhatCannotRunCode)),

  STEP_IS_COMPLETE(both(lint(ModellingRule.STEP_IS_COMPLETE), models(StepConventions::whoDoesStepsExists))),
  CUSTOMER_TEXT_IS_PRESENT(lint(ModellingRule.CUSTOMER_TEXT_IS_PRESENT)),
  START_TELLS_WHAT_TO_ASK(lint(ModellingRule.START_TELLS_WHAT_TO_ASK)),
  STEP_HAS_ITS_FORM(StepConventions::stepHasItsForm),
  STEP_HAS_A_LATE_TIMER(lint(ModellingRule.STEP_HAS_A_LATE_TIMER)),
  LATE_LEADS_TO_ESCALATE(lint(ModellingRule.LATE_LEADS_TO_ESCALATE)),
  ESCALATE_CAN_PUT_PROMISE_AT_RISK(lint(ModellingRule.ESCALATE_CAN_PUT_PROMISE_AT_RISK)),
  CALL_PASSES_BUSINESS_KEY(both(lint(ModellingRule.CALL_PASSES_BUSINESS_KEY), models(StepConventions::whatIsCalledExists))),
  CANCEL_ACTIVITY_IS_WRITTEN_OUT(lint(ModellingRule.CANCEL_ACTIVITY_IS_WRITTEN_OUT)),

  EXPRESSIONS_STAND_WHERE_THEY_MAY(models(ExpressionRules::expressionsStandWhereTheyMay)),
  NAMES_ARE_KNOWN(ExpressionRules::namesAreKnown),
  COMPARED_VALUES_EXIST(ExpressionRules::comparedValuesExist),
  DATES_ARE_INSTANTS(ExpressionRules::datesAreInstants),
  DECISION_IS_BOUND(models(ExpressionRules::decisionIsBound)),
  DECISION_IS_PLAIN_FEEL(ExpressionRules::decisionIsPlainFeel),

  REFERENCES_EXIST(models(ReferenceConventions::referencesExist)),
  FLOWS_ARE_LISTED_AT_BOTH_ENDS(models(ReferenceConventions::flowsAreListedAtBothEnds)),
  EVERYTHING_IS_REACHED(lint(ModellingRule.EVERYTHING_IS_REACHED)),
  EVERYTHING_CAN_END(lint(ModellingRule.EVERYTHING_CAN_END)),
  ONLY_GATEWAYS_SPLIT(lint(ModellingRule.ONLY_GATEWAYS_SPLIT)),
  GATEWAYS_SPLIT_OR_JOIN(lint(ModellingRule.GATEWAYS_SPLIT_OR_JOIN)),
  SPLIT_HAS_A_DEFAULT(lint(ModellingRule.SPLIT_HAS_A_DEFAULT)),
  SIDE_ENDS_ARE_NO_OUTCOME(lint(ModellingRule.SIDE_ENDS_ARE_NO_OUTCOME)),

  EVERYTHING_IS_DRAWN(lint(ModellingRule.EVERYTHING_IS_DRAWN)),
  HAPPY_PATH_IS_STRAIGHT(models(LayoutRules::happyPathIsStraight)),
  FLOWS_DO_NOT_CROSS(lint(ModellingRule.FLOWS_DO_NOT_CROSS)),
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

  private static Function<ModelFolder, List<String>> files(Function<ModelFile, Stream<String>> rule) {
    return folder -> folder.models().stream().flatMap(m -> rule.apply(m).map(f -> m.path() + ": " + f)).toList();
  }

  private static Function<ModelFolder, List<String>> models(Function<DrawnModel, Stream<String>> rule) {
    return files(file -> rule.apply(file.drawn()));
  }

  /** A rule of good modelling, which the gate keeps as well. */
  private static Function<ModelFolder, List<String>> lint(ModellingRule rule) {
    return models(model -> rule.findings(model).map(f -> f.element() + ": " + f.place() + ": " + f.message()));
  }

  private static Function<ModelFolder, List<String>> both(Function<ModelFolder, List<String>> one, Function<ModelFolder, List<String>> other) {
    return folder -> Stream.concat(one.apply(folder).stream(), other.apply(folder).stream()).toList();
  }

  private static Function<ModelFolder, List<String>> forms(Function<FormFile, Stream<String>> rule) {
    return folder -> folder.forms().stream().flatMap(f -> rule.apply(f).map(x -> f.path() + ": " + x)).toList();
  }
}
