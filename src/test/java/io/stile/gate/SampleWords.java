package io.stile.gate;

import java.util.Set;

/** The words that a model may use and that the platform knows. */
final class SampleWords {

  static final Set<String> DEPARTMENTS = Set.of("front-office", "logistics", "billing", "network-operations", "finance", "quality");
  static final Set<String> ROLES = Set.of("role-owner", "role-lead", "role-target");
  /** What a service task can have done; each is bound to our code when the model is parsed. */
  static final Set<String> ACTIONS = Set.of("tell-owner", "tell-lead", "tell-manager", "reassign-late-task", "take-over-late-task",
      "ask-owner-to-renew", "renew-promise", "check-authority", "grant-credit", "grant-goodwill", "grant-proposed-goodwill", "decline-proposed-goodwill",
      "take-up-task", "record-answer", "tell-asker", "ask-somebody-else", "tell-manager-of-question", "tell-reporters", "record-conversation-taken",
      "record-conversation-missed", "hand-ownership-over", "decline-hand-over", "tell-both-leads", "ask-receiving-lead",
      "tell-owners-lead", "find-follow-up",
      "settle-promise", "check-promiser", "tell-promise-late", "give-late-promise", "promise-call-back",
      "weigh-voices", "settle-return");
  /** What the platform knows about customer, opener and contract when a request starts, or an action finds out later. */
  static final Set<String> FACTS = Set.of("customerTier", "openerRole", "contractMonths", "openBalanceCents", "deviceClass",
      "authorityCents", "wholeRequest", "promiseKept", "leadsAgree");
  /** What our code says when it asks a decision table itself. */
  static final Set<String> ASKED_BY_CODE = Set.of("role", "span");
  /** Instants that the platform resolves before anything else; no form and no decision may use their names. */
  static final Set<String> INSTANTS = Set.of("stepDue", "promiseDue", "promiseBegins", "waitUntil", "answerDue", "voicesUntil", "receivingLeadAsked");
  static final Set<String> RESERVED = Set.of("stepDue", "promiseDue", "promiseBegins", "waitUntil", "answerDue", "voicesUntil", "receivingLeadAsked",
      "lateTask", "waitingTask", "subject", "execution", "task",
      "authenticatedUserId", "true", "false", "null", "empty", "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge",
      "div", "mod", "instanceof", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between");
  /** The protocols that a model calls itself; the others are begun by the platform. */
  static final Set<String> CALLED_PROTOCOLS = Set.of("escalation");
  /** Lists of options that the platform gives to a form. */
  static final Set<String> OPTION_LISTS = Set.of("contracts", "colleagues", "departments", "employees", "doers");
  static final Set<String> PROCESS_PROPERTIES = Set.of("promise", "ownerPolicy", "processOwner", "calendar", "verification", "kind", "promiseAnew");
  static final Set<String> STEP_PROPERTIES = Set.of("sla", "due", "warnAt", "customerText", "notBy", "calendar", "answerWithin");
  static final Set<String> SIDE_END_PROPERTIES = Set.of("outcome");
  static final Set<String> ACTION_PROPERTIES = Set.of("action");
  /** A target: open hours ({@code PT4H}, {@code PT1H30M}) or business days ({@code P2D}); never both. */
  static final String TARGET = "P[1-9]\\d*D|PT(?=\\d)([1-9]\\d*H)?([1-9]\\d*M)?";

  private SampleWords() {
  }
}
