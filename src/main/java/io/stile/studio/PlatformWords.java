package io.stile.studio;

import io.stile.studio.Words.FactWords;
import io.stile.studio.Words.Named;
import io.stile.studio.Words.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How people call what the platform gives to models. What is not listed here is called by its key. */
final class PlatformWords {

  private static final Map<String, String> ROLES = Map.of("role-owner", "the owner of the request", "role-lead", "the lead of the department that is late",
      "role-target", "whom it concerns");
  private static final Map<String, String> INSTANTS = Map.of("stepDue", "when the step is late", "promiseDue", "when the promise runs out",
      "promiseBegins", "when the promise begins", "waitUntil", "when waiting ends", "answerDue", "when the answer is due",
      "voicesUntil", "until when both leads can say", "receivingLeadAsked", "when the receiving lead is asked");
  private static final Map<String, String> ACTIONS = Map.ofEntries(Map.entry("ask-owner-to-renew", "Ask the owner to renew the promise"),
      Map.entry("tell-owner", "Tell the owner"), Map.entry("tell-lead", "Tell the lead"), Map.entry("tell-manager", "Tell the manager"),
      Map.entry("tell-owners-lead", "Tell the owner's lead"), Map.entry("tell-both-leads", "Tell both leads"), Map.entry("tell-asker", "Tell whoever asked"),
      Map.entry("tell-reporters", "Tell those who reported it"), Map.entry("tell-promise-late", "Tell that the promise is late"),
      Map.entry("check-authority", "Check the authority to grant"), Map.entry("grant-credit", "Grant the credit"),
      Map.entry("grant-goodwill", "Grant the goodwill"), Map.entry("promise-call-back", "Promise to call back"),
      Map.entry("find-follow-up", "Find the follow-up request"), Map.entry("reassign-late-task", "Reassign the late task"),
      Map.entry("take-over-late-task", "Take the late task over"), Map.entry("take-up-task", "Take the task up again"));
  private static final List<FactWords> FACTS = List.of(
      fact("customerTier", "The customer's tier", NameType.CHOICE, "standard", "premium"),
      fact("openerRole", "The role of whoever opened the request", NameType.CHOICE, "front-office", "back-office", "lead", "manager", "employee"),
      fact("contractMonths", "The age of the contract in months", NameType.NUMBER),
      fact("openBalanceCents", "The open balance of the contract", NameType.MONEY),
      fact("deviceClass", "The device class of the contract", NameType.CHOICE, "basic", "standard", "premium"),
      fact("authorityCents", "What may be granted without asking", NameType.MONEY),
      fact("leadsAgree", "Both leads agree", NameType.TRUTH),
      fact("wholeRequest", "The whole request waits", NameType.TRUTH),
      fact("promiseKept", "The last promise was kept", NameType.TRUTH));

  private PlatformWords() {}

  static Named role(String key) {
    return new Named(key, ROLES.getOrDefault(key, words(key)));
  }

  static String action(String key) {
    return ACTIONS.getOrDefault(key, words(key));
  }

  static Named protocol(String key) {
    return new Named(key, key.equals("escalation") ? "Escalate" : words(key));
  }

  static Named instant(String key) {
    return new Named(key, INSTANTS.getOrDefault(key, words(key)));
  }

  /** When an instant of the platform is; what is none stays as it is written. */
  static String instantOr(String key, String written) {
    return INSTANTS.getOrDefault(key, written);
  }

  /** Whether the platform knows it of each request, or finds it out by an action. */
  static boolean isFact(String key) {
    return FACTS.stream().anyMatch(fact -> fact.key().equals(key));
  }

  static FactWords fact(String key, String after) {
    return FACTS.stream().filter(fact -> fact.key().equals(key)).findFirst()
        .map(known -> new FactWords(key, known.name(), known.type(), known.values(), after))
        .orElseGet(() -> new FactWords(key, words(key), key.endsWith("Cents") ? NameType.MONEY : NameType.TEXT, List.of(), after));
  }

  /** A key as a label: {@code ask-owner-to-renew} is "Ask owner to renew", {@code leadsAgree} "Leads agree". */
  static String words(String key) {
    String spaced = key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  private static FactWords fact(String key, String name, NameType type, String... values) {
    return new FactWords(key, name, type, Arrays.stream(values).map(value -> new Option(value, words(value))).toList(), null);
  }
}
