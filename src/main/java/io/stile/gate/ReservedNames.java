package io.stile.gate;

import io.stile.engine.ProtocolDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Names that mean something already, so that no form and no decision may give them another meaning. */
@Component
class ReservedNames {

  /** Words of the expression languages; FEEL knows its own in small letters only, the engine's language too. */
  private static final Set<String> WORDS = Set.of("true", "false", "null", "empty", "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "div",
      "mod", "instanceof", "instance", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "function", "external",
      "item", "partial", "now", "today");
  /** What the engine would resolve to an object of its own, and what JavaScript finds on each of its objects. */
  private static final Set<String> OBJECTS = Set.of("execution", "task", "caseexecution", "externaltask", "authenticateduserid", "variablecontext",
      "class", "constructor", "prototype", "hasownproperty", "tostring", "valueof");
  /** What a protocol is about, and the instants of a step. */
  private static final Set<String> OF_PLATFORM = Set.of("latetask", "waitingtask", "subject", "promise", "stepdue", "stepwarning");
  /** What the platform alone decides: who could answer it could give himself leave. What the contract says may be asked where it is unknown. */
  private static final Set<String> DECIDED = Set.of("customertier", "openerrole", "authoritycents", "wholerequest", "promisekept", "leadsagree");

  private final Supplier<Set<String>> instants;

  @Autowired
  ReservedNames(ObjectProvider<ProtocolDate> dates) {
    instants = SingletonSupplier.of(() -> dates.stream().map(date -> folded(date.name())).collect(Collectors.toSet()));
  }

  ReservedNames(Set<String> instants) {
    Set<String> folded = new HashSet<>();
    instants.forEach(name -> folded.add(folded(name)));
    this.instants = () -> folded;
  }

  /** Whether nothing else may be called that, in whatever case it is written. */
  boolean has(String name) {
    String folded = folded(name);
    return WORDS.contains(folded) || OBJECTS.contains(folded) || OF_PLATFORM.contains(folded) || instants.get().contains(folded);
  }

  /** Whether it is an instant of the platform, known to timers and to nothing else. */
  boolean isInstant(String name) {
    String folded = folded(name);
    return folded.equals("stepdue") || folded.equals("stepwarning") || instants.get().contains(folded);
  }

  /** Whether the platform decides it, so that a form may show it and not ask for it. */
  boolean isDecided(String name) {
    return DECIDED.contains(folded(name));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
