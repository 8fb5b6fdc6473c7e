package io.stile.desk.web;

import io.stile.catalogue.RequestType;
import io.stile.customer.Interaction.Channel;
import io.stile.draft.Draft;
import io.stile.request.Request;
import io.stile.request.Verification;
import io.stile.request.Verification.Method;
import io.stile.request.Verification.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A new request as typed so far: what is shown again when something is wrong with it.
 *
 * @param told    the customer's own words
 * @param method  how the caller was verified, or null
 * @param result  what came of it, or null
 * @param answers the answers to the start form, by field
 * @param interaction id of the call from which another request was opened already, or null
 */
record NewRequestDraft(String told, Channel channel, Method method, Result result, Map<String, Object> answers,
                       Long interaction) {

  static final NewRequestDraft EMPTY = new NewRequestDraft("", Channel.PHONE, null, null, Map.of(), null);

  /** What was kept. */
  @SuppressWarnings("unchecked")
  static NewRequestDraft of(Draft kept) {
    return new NewRequestDraft(kept.text("told"), Choices.of(Channel.class, kept.text("channel"), Channel.PHONE),
        Choices.of(Method.class, kept.text("method"), null), Choices.of(Result.class, kept.text("result"), null),
        kept.typed().get("answers") instanceof Map<?, ?> answers ? (Map<String, Object>) answers : Map.of(), interaction(kept));
  }

  private static Long interaction(Draft kept) {
    String id = kept.text("interaction");
    return id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
  }

  /** A second request from the call in which another one was opened: nothing is asked twice. */
  static NewRequestDraft fromTheCallOf(Request first) {
    Verification known = first.verification();
    return new NewRequestDraft(first.told(), first.channel(), known == null ? null : known.method(),
        known == null ? null : known.result(), Map.of(), first.interaction());
  }

  /** The verification, or null if the type does not ask for one. */
  Verification verification(RequestType type) {
    return type.asksVerification() && method != null ? new Verification(method, result) : null;
  }

  /** What is missing or does not fit together, by field, as an instruction. The start form is checked by its module. */
  Map<String, String> errors(RequestType type) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (told.isBlank()) {
      errors.put("told", "Write down what the customer says, so that nobody asks again.");
    }
    if (type.asksVerification()) {
      verificationErrors(errors);
    }
    return errors;
  }

  private void verificationErrors(Map<String, String> errors) {
    if (method == null) {
      errors.put("method", "Choose how the caller was verified.");
    }
    if (result == null) {
      errors.put("result", "Choose what came of it.");
    }
    if (method == Method.NONE && result != null && result != Result.NOT_DONE) {
      errors.put("result", "Whoever was not verified has not passed or failed: choose “Not done”.");
    }
  }
}
