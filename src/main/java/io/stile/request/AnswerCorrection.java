package io.stile.request;

import io.stile.form.FormLine;
import io.stile.form.FormSchema;
import io.stile.engine.CaseKey;
import io.stile.engine.Feel;
import io.stile.engine.Processes;
import io.stile.request.Answers.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts right answers in the place of wrong ones: in our table, in the journal, and in the engine where they are still used. */
@Component
public class AnswerCorrection {

  private static final String NOTHING = "nothing";

  private final Answers answers;
  private final Journal journal;
  private final Processes processes;
  private final Feel feel;

  AnswerCorrection(Answers answers, Journal journal, Processes processes, Feel feel) {
    this.answers = answers;
    this.journal = journal;
    this.processes = processes;
    this.feel = feel;
  }

  /**
   * Corrects the answers to one form, which somebody has checked.
   *
   * @param form  the form
   * @param given what the form is given
   * @param right every field of the form as it is right
   * @return what was decided before on the old values
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> correct(Request request, Answer wrong, FormSchema form, Map<String, Object> given,
      Map<String, Object> right, String by, String reason) {
    Set<String> changed = changed(wrong.fields(), right);
    if (changed.isEmpty()) {
      throw RequestRefused.invalid("data", "Nothing is different from what was written down.");
    }
    List<String> decided = inEngine(request, wrong.fields(), right);
    answers.correct(wrong.id(), right);
    Map<String, String> details = new LinkedHashMap<>();
    details.put("step", wrong.step());
    details.put("changes", changes(form, given, wrong.fields(), right));
    details.put("reason", reason);
    details.put("decided", decided.isEmpty() ? null : String.join(", ", decided));
    journal.add(request.number().value(), JournalKind.ANSWER_CORRECTED, by, details);
    return decided;
  }

  /** Gives the engine the names that differ; answers what it has decided on the old ones. */
  List<String> inEngine(Request request, Map<String, Object> wrong, Map<String, Object> right) {
    CaseKey caseKey = new CaseKey(request.number().value());
    Set<String> changed = changed(wrong, right);
    List<String> decided = processes.decidedOn(request.type(), caseKey, changed);
    Map<String, Object> before = new LinkedHashMap<>(wrong);
    before.keySet().retainAll(changed);
    Map<String, Object> after = new LinkedHashMap<>(right);
    after.keySet().retainAll(changed);
    processes.correct(request.type(), caseKey, before, after);
    return decided;
  }

  private static Set<String> changed(Map<String, Object> wrong, Map<String, Object> right) {
    Set<String> names = new LinkedHashSet<>(right.keySet());
    names.addAll(wrong.keySet());
    names.removeIf(name -> Objects.equals(text(wrong.get(name)), text(right.get(name))));
    return names;
  }

  /** Numbers that were read back from the table are equal to those that were typed. */
  private static String text(Object value) {
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  private String changes(FormSchema form, Map<String, Object> given, Map<String, Object> wrong, Map<String, Object> right) {
    Map<String, String> before = lines(form.describe(wrong, given, feel));
    Map<String, String> after = lines(form.describe(right, given, feel));
    Set<String> labels = new LinkedHashSet<>(before.keySet());
    labels.addAll(after.keySet());
    List<String> changes = new ArrayList<>();
    labels.stream().filter(label -> !Objects.equals(before.get(label), after.get(label))).forEach(label -> changes.add(
        "%s: %s → %s".formatted(label, before.getOrDefault(label, NOTHING), after.getOrDefault(label, NOTHING))));
    return String.join("; ", changes);
  }

  private static Map<String, String> lines(List<FormLine> lines) {
    return lines.stream().collect(Collectors.toMap(FormLine::label, FormLine::value, (one, other) -> one + ", " + other,
        LinkedHashMap::new));
  }
}
