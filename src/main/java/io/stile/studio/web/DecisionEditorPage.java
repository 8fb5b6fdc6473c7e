package io.stile.studio.web;

import io.stile.engine.DecisionTrial;
import io.stile.engine.ModelRefused;
import io.stile.gate.Gate;
import io.stile.gate.Kind;
import io.stile.gate.Severity;
import io.stile.gate.Verdict;
import io.stile.studio.KnownNames;
import io.stile.studio.ModelDrafts;
import io.stile.studio.TableSheet;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The editor of a decision table, and what it would decide. */
@Controller
@RequestMapping("/studio/{model}/decisions/{decision}")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class DecisionEditorPage {

  private static final int MOST_NAMES = 50;
  private static final int LONGEST_TEXT = 1_000;

  private final EditedFiles files;
  private final KnownNames names;
  private final ModelDrafts drafts;
  private final Gate gate;
  private final DecisionTrial trial;

  DecisionEditorPage(EditedFiles files, KnownNames names, ModelDrafts drafts, Gate gate, DecisionTrial trial) {
    this.files = files;
    this.names = names;
    this.drafts = drafts;
    this.gate = gate;
    this.trial = trial;
  }

  @GetMapping
  String show(@PathVariable("model") String key, @PathVariable String decision, Viewer viewer, Model model) {
    EditedFile file = files.decision(key, decision, viewer);
    model.addAttribute("file", file);
    model.addAttribute("table", drafts.file(key, file.path()).flatMap(saved -> TableSheet.of(saved.content())).orElse(null));
    model.addAttribute("known", names.atDecision(drafts.bundle(key), decision));
    return "studio/decision";
  }

  /** A table as it stands in the editor, saved or not, and what it is asked. */
  record Question(String content, Map<String, Object> names) {}

  /** What it answers; {@code problem} says why it answers nothing, null if it does. */
  record Answer(Object result, List<String> rules, String problem) {}

  /** Decides by a table that nobody has published. Only what the gate accepts is evaluated, and nothing of it is kept. */
  @PostMapping(path = "/try", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Answer tryOut(@PathVariable String model, @PathVariable String decision, @RequestBody Question question) {
    if (question.content() == null || question.content().length() > ModelDrafts.MOST_BYTES) {
      throw Refusal.invalid("content", "Expected a decision table of at most %,d characters.".formatted(ModelDrafts.MOST_BYTES));
    }
    Verdict verdict = gate.check(Kind.DMN, question.content().getBytes(StandardCharsets.UTF_8));
    if (!verdict.accepted()) {
      long wrong = verdict.findings().stream().filter(finding -> finding.severity() == Severity.SAFETY).count();
      return new Answer(null, List.of(), wrong == 1 ? "It cannot be tried out before what is wrong is put right: " + verdict.findings().get(0).message()
          : "It cannot be tried out before %d things are put right.".formatted(wrong));
    }
    try {
      DecisionTrial.Outcome outcome = trial.evaluate(verdict.checked(), decision, plain(question.names()));
      return new Answer(outcome.result(), outcome.rules(), null);
    } catch (ModelRefused refused) {
      return new Answer(null, List.of(), refused.getMessage());
    }
  }

  /** Texts, numbers and yes or no, as a request has them; nothing nested. */
  private static Map<String, Object> plain(Map<String, Object> given) {
    Map<String, Object> plain = new HashMap<>();
    if (given != null) {
      given.entrySet().stream().limit(MOST_NAMES).forEach(name -> plain.put(name.getKey(), plain(name.getValue())));
    }
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Integer whole) {
      return whole.longValue();
    }
    if (value instanceof Number number) {
      return number instanceof Long ? number : (Object) number.doubleValue();
    }
    return value == null || value instanceof Boolean ? value
        : value.toString().substring(0, Math.min(LONGEST_TEXT, value.toString().length()));
  }
}
