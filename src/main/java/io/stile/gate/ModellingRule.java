package io.stile.gate;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules of good modelling; docs/modelling-rules.md says why. Each has a twin of the same name in the front end's lint plug-in, which
 * finds the same in the browser and in the build.
 */
enum ModellingRule {
  NO_GENERATED_ID(IdRules::noGeneratedId),
  ID_BEARS_TYPE(IdRules::idBearsType),
  EVERYTHING_IS_LABELLED(LabelRules::everythingIsLabelled),
  GATEWAYS_ASK(LabelRules::gatewaysAsk),

  PROCESS_CAN_RUN(ProcessAdvice::processCanRun),
  PROCESS_CARRIES_ITS_PROMISE(ProcessAdvice::processCarriesItsPromise),
  PROCESS_HAS_ONE_START(ProcessAdvice::processHasOneStart),
  CUSTOMER_CAN_WITHDRAW(ProcessAdvice::customerCanWithdraw),
  START_TELLS_WHAT_TO_ASK(ProcessAdvice::startTellsWhatToAsk),

  STEP_IS_COMPLETE(StepRules::stepIsComplete),
  CUSTOMER_TEXT_IS_PRESENT(StepRules::customerTextIsPresent),
  STEP_HAS_A_LATE_TIMER(LateRules::stepHasALateTimer),
  LATE_LEADS_TO_ESCALATE(LateRules::lateLeadsToEscalate),
  ESCALATE_CAN_PUT_PROMISE_AT_RISK(LateRules::escalateCanPutPromiseAtRisk),
  CALL_PASSES_BUSINESS_KEY(LateRules::callPassesBusinessKey),
  CANCEL_ACTIVITY_IS_WRITTEN_OUT(LateRules::cancelActivityIsWrittenOut),

  EVERYTHING_IS_REACHED(FlowRules::everythingIsReached),
  EVERYTHING_CAN_END(FlowRules::everythingCanEnd),
  ONLY_GATEWAYS_SPLIT(FlowRules::onlyGatewaysSplit),
  GATEWAYS_SPLIT_OR_JOIN(FlowRules::gatewaysSplitOrJoin),
  SPLIT_HAS_A_DEFAULT(FlowRules::splitHasADefault),
  SIDE_ENDS_ARE_NO_OUTCOME(FlowRules::sideEndsAreNoOutcome),

  EVERYTHING_IS_DRAWN(DrawingRules::everythingIsDrawn),
  FLOWS_DO_NOT_CROSS(DrawingRules::flowsDoNotCross);

  private final Function<DrawnModel, Stream<Advice>> rule;

  ModellingRule(Function<DrawnModel, Stream<Advice>> rule) {
    this.rule = rule;
  }

  /** The name by which findings, the documentation and the plug-in call it: {@code flows-do-not-cross}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Stream<Finding> findings(DrawnModel model) {
    return rule.apply(model).map(advice -> advice.by(this));
  }
}
