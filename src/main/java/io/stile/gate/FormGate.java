package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stile.engine.Feel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks a form by itself: everything in it is on the closed list of {@link FormVocabulary}, every text is a text, every condition and pattern is
 * one whose cost is bounded in the browser too, and the server can check the answers. Whatever comes ends as a verdict, never as an exception.
 */
@Component
class FormGate {

  private final Feel feel;
  private final ReservedNames reserved;
  private final Vocabulary words;

  FormGate(Feel feel, ReservedNames reserved, Vocabulary words) {
    this.feel = feel;
    this.reserved = reserved;
    this.words = words;
  }

  /** What is wrong with a form, and the form as it may be published. */
  Verdict check(byte[] content) {
    FindingList findings = new FindingList();
    ObjectNode form = FormJson.read(content, findings);
    if (form != null) {
      new FormWalk(new FormVocabulary(FeelBudget.ofForm(feel), reserved), reserved, words.optionLists(), findings).check(form);
    }
    Verdict verdict = new Verdict(findings.all(), null);
    return verdict.accepted() ? new Verdict(verdict.findings(), FormJson.write(form)) : verdict;
  }

  /** The id that a form gives itself, for those who want to name it; empty if it cannot be read. */
  static Optional<String> id(byte[] content) {
    JsonNode form = FormJson.read(content, new FindingList());
    return form == null || !form.path("id").isTextual() ? Optional.empty() : Optional.of(form.path("id").textValue())
        .filter(id -> FormVocabulary.FORM_ID.matcher(id).matches());
  }
}
