package io.stile.desk.web;

import io.stile.customer.NewCustomer;
import io.stile.draft.Draft;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A new customer as typed so far.
 *
 * @param errors what was expected instead, by field
 */
record NewCustomerDraft(String name, String phone, String email, Map<String, String> errors) {

  private static final Pattern NUMBER = Pattern.compile("[+\\d][\\d\\s().,/\\-]*");
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z]{1,3}[\\s-]*\\d+");

  /** What was typed to find the customer, put where it belongs: nobody types it twice. */
  static NewCustomerDraft of(String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.indexOf('@') >= 0) {
      return new NewCustomerDraft("", "", text, Map.of());
    }
    if (NUMBER.matcher(text).matches()) {
      return new NewCustomerDraft("", text, "", Map.of());
    }
    return new NewCustomerDraft(REFERENCE.matcher(text).matches() ? "" : capitalised(text), "", "", Map.of());
  }

  /** Names are typed in a hurry; whoever used a capital letter meant what he typed. */
  private static String capitalised(String name) {
    return !name.equals(name.toLowerCase()) ? name : Arrays.stream(name.split("\\s+")).filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase() + word.substring(word.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining(" "));
  }

  /** What was kept. */
  static NewCustomerDraft kept(Draft draft) {
    return new NewCustomerDraft(draft.text("name"), draft.text("phone"), draft.text("email"), Map.of());
  }

  NewCustomer customer() {
    return new NewCustomer(name, phone, email, null);
  }

  /** The same with what is wrong with one field. */
  NewCustomerDraft with(String field, String expected) {
    return new NewCustomerDraft(name, phone, email, Map.of(field, "Expected " + expected + "."));
  }
}
