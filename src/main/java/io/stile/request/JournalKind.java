package io.stile.request;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can happen to a request, with the words in which its story tells it. A name in braces stands for a detail of the
 * entry; what stands in square brackets is left out if the detail is missing.
 */
public enum JournalKind {
  OPENED("opened the request[ by {channel}]"),
  OWNER_CHANGED("made {to} the owner instead of {from}[: {reason}]"),
  OWNERSHIP_ACCEPTED("took the request over from {from}[: {reason}]"),
  OWNERSHIP_GIVEN_BACK("gave the request back to {to}, who had named him: {reason}"),
  HAND_OVER_OFFERED("offered the request to {to}: {reason}[. Left to do: {left}]"),
  HAND_OVER_DECLINED("did not take the request over: {reason}[. Better: {better}]"),
  HAND_OVER_WITHDRAWN("took the offer to {to} back"),
  HAND_OVER_LAPSED("The offer to {to} ended: {why}"),
  TOLD("told {whom}: {text}"),
  NOTE("noted: {text}"),
  INTERACTION("logged a contact by {channel}[, the {contact} of the customer about it]"),
  REOPENED("opened the request again: {reason}[. {owner} owns it instead of {former}, who is not here any more]"),
  LINKED("linked it with {other}: {kind}"),
  UNLINKED("took the link with {other} away"),
  MERGED("merged {merged} into this request[: {reason}]"),
  MERGED_INTO("merged it into {into}[: {reason}]"),
  TASK_STARTED("“{task}” reached {where}"),
  TASK_CLAIMED("took “{task}”"),
  TASK_RELEASED("put “{task}” back into the queue[ of {where}][ for {insteadOf}]"),
  TASK_REASSIGNED("gave “{task}” to {to}[: {reason}]"),
  TASK_COMPLETED("finished “{task}”[ for {insteadOf}]"),
  TASK_TAKEN_BACK("took “{task}” back, which was finished"),
  TASK_CANCELLED("“{task}” is not needed any more"),
  TASK_RENAMED("“{former}” is “{task}” in the version of the model that the request follows now"),
  TASK_WARNED("“{task}” is running out of time"),
  TASK_LATE("“{task}” is late"),
  TASK_WAITS("set “{task}” to wait for {for} until {until}[ for {insteadOf}]: {reason}"),
  TASK_RESUMED("took “{task}” up again[ for {insteadOf}]"),
  TASK_WAIT_OVER("“{task}” goes on: {why}"),
  TASK_RETURNED("returned “{task}” to {where}[ for {insteadOf}]: {reason}. “{words}”"),
  RETURN_ANSWERED("sent “{task}” back to {where}[ for {insteadOf}]: “{words}”"),
  RETURN_DISPUTED("wants to return “{task}” to {where}[ for {insteadOf}]: {reason}. “{words}” It was returned between them before, so the leads and the owner decide together who does it"),
  RETURN_DECIDED("“{task}” is done by {where}: that is the joint decision"),
  REFERENCE_KEPT("kept the reference {reference} with “{task}”[, instead of {former}]"),
  REFERENCE_REMOVED("removed the reference {former} from “{task}”"),
  PROMISE_GIVEN("promised the customer: {what}[, not before {start},] by {due}[, under {phone}]"),
  PROMISE_AT_RISK("The promise is at risk; {whom} is asked to renew it"),
  PROMISE_RENEWED("agreed {due} with the customer instead of {before}[ for “{what}”][: {reason}]"),
  PROMISE_TRIED("tried to reach the customer[ under {phone}]: {note}"),
  PROMISE_KEPT("The promise was kept[: {what}][. {words}]"),
  PROMISE_BROKEN("The promise was broken[: {what}][. {words}]"),
  PROMISE_DROPPED("The promise is not needed any more[: {what}][. {words}]"),
  PROMISE_TAKEN_OVER("The promise “{what}” is to be kept by {to} instead of {from}"),
  PROMISE_GOES_ON("“{what}” is kept with {into} from now on"),
  PROMISE_CAME("“{what}”, promised with {merged}, is kept with this request from now on, by {due}"),
  ANSWER_CORRECTED("corrected “{step}”, {changes}: {reason}[. Decided before, on the old value: {decided}]"),
  CUSTOMER_CORRECTED("corrected the customer, {right} instead of {wrong}: {reason}[. Decided before, for the wrong customer: {decided}]"),
  GRANTED("granted the customer {amount}[: {reason}]"),
  GOODWILL_PROPOSED("asked {whom} to approve {amount} of goodwill: {reason}"),
  GOODWILL_DECLINED("declined {amount} of goodwill[: {words}]"),
  CONVERSATION_OFFERED("asked {whom} to take over the conversation[: {words}]"),
  CONVERSATION_TAKEN("took over the conversation from {from}"),
  CONVERSATION_MISSED("Nobody took over the conversation"),
  QUESTION_ASKED("asked {to}: {question}"),
  QUESTION_ADDED("added to the question to {to}: {text}"),
  QUESTION_HANDED_ON("handed the question “{question}” on to {to}: {reason}"),
  QUESTION_ANSWERED("answered {whom} on “{question}”: {answer}"),
  QUESTION_WITHDRAWN("withdrew the question to {to}[: {reason}]"),
  QUESTION_OVER("The question to {to} is not needed any more: {why}"),
  ATTENTION_CLEARED("took note of what {from} answered on “{question}”"),
  VERSION_CHANGED("The request now follows version {version} of {model}[; {changes}]"),
  OBSTACLE_REPORTED("reported the obstacle {obstacle}: {words}"),
  OBSTACLE_JOINED("is stopped by it, too[: {words}]"),
  WORK_ENDED("The work has ended: {outcome}. Only promises to the customer are left"),
  LAST_PROMISE_SETTLED("The last promise is settled; the request has ended"),
  WITHDRAWN("withdrew the request: {reason}"),
  CLOSED("The request is closed: {outcome}");

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*\\{(\\w+)}[^\\]]*)]");
  private static final Pattern DETAIL = Pattern.compile("\\{(\\w+)}");

  private final String sentence;

  JournalKind(String sentence) {
    this.sentence = sentence;
  }

  /**
   * The sentence with its details filled in, without its subject.
   *
   * @param words puts a detail into words: a sign-in name becomes a name, an instant a time in the reader's zone
   */
  String tell(Map<String, String> details, UnaryOperator<String> words) {
    String told = OPTIONAL.matcher(sentence).replaceAll(found ->
        details.getOrDefault(found.group(2), "").isBlank() ? "" : Matcher.quoteReplacement(found.group(1)));
    return DETAIL.matcher(told).replaceAll(found ->
        Matcher.quoteReplacement(words.apply(details.getOrDefault(found.group(1), "…"))));
  }
}
