package io.stile.studio.web;

import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.studio.Difference;
import io.stile.studio.Differences;
import io.stile.studio.DraftFile;
import io.stile.studio.ModelDrafts;
import io.stile.studio.ModelState;
import io.stile.studio.ModelStates;
import io.stile.studio.Uses;
import io.stile.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What differs between two states of a model: drawn, and in words. */
@Controller
@RequestMapping("/studio/{model}")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class ComparePage {

  private final List<ModelStates> states;
  private final Differences differences;
  private final ModelDrafts drafts;
  private final Uses uses;

  ComparePage(List<ModelStates> states, Differences differences, ModelDrafts drafts, Uses uses) {
    this.states = states;
    this.differences = differences;
    this.drafts = drafts;
    this.uses = uses;
  }

  /** What differs, as the page shows it; {@code drawn} is the diagram's part of it, empty if there is none to draw. */
  record Comparison(ModelState from, ModelState to, Difference difference, List<Difference.Item> drawn, boolean canBeDrawn) {}

  @GetMapping("/compare")
  String show(@PathVariable("model") String key, @RequestParam(defaultValue = "published") String from, @RequestParam(defaultValue = "draft") String to,
      Model model) {
    ModelState before = state(key, from);
    ModelState after = state(key, to);
    Difference difference = differences.between(before.bundle(), after.bundle());
    String diagram = Bundle.diagramOf(key);
    List<Difference.Item> drawn = difference.files().stream().filter(file -> file.path().equals(diagram)).flatMap(file -> file.items().stream()).toList();
    boolean both = before.bundle().file(diagram).isPresent() && after.bundle().file(diagram).isPresent();
    model.addAttribute("key", key);
    model.addAttribute("modelName", uses.modelName(key));
    model.addAttribute("comparison", new Comparison(before, after, difference, drawn, both && !drawn.isEmpty()));
    model.addAttribute("difference", difference);
    Map<String, String> labels = new LinkedHashMap<>();
    states.forEach(each -> labels.putAll(each.labels(key)));
    model.addAttribute("labels", labels);
    return "studio/compare";
  }

  /** The list alone, for pages that show it among other things. */
  @GetMapping("/compare/list")
  String list(@PathVariable("model") String key, @RequestParam(defaultValue = "published") String from, @RequestParam(defaultValue = "draft") String to,
      Model model) {
    model.addAttribute("difference", differences.between(state(key, from).bundle(), state(key, to).bundle()));
    return "studio/difference :: list";
  }

  /** The diagram of a state, to be drawn. */
  @GetMapping(path = "/compare/diagram.bpmn")
  ResponseEntity<byte[]> diagram(@PathVariable String model, @RequestParam String of) {
    byte[] content = state(model, of).bundle().file(Bundle.diagramOf(model)).orElseThrow(() -> Refusal.notFound("diagram of the model '" + model + "'"));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).cacheControl(CacheControl.noCache()).body(content);
  }

  /** A file as somebody has it in his editor, not saved because another one was faster. */
  record Mine(String path, String content) {}

  /** What differs between what was saved meanwhile and what somebody would save instead. */
  @PostMapping(path = "/difference")
  String difference(@PathVariable("model") String key, @RequestBody Mine mine, Model model) {
    Optional<DraftFile> saved = mine.path() == null ? Optional.empty() : drafts.file(key, mine.path());
    if (saved.isEmpty() || Kind.ofFile(mine.path()).isEmpty()) {
      throw Refusal.notFound("file '%s' of the model '%s'".formatted(mine.path(), key));
    }
    if (mine.content() == null || mine.content().length() > ModelDrafts.MOST_BYTES) {
      throw Refusal.invalid("content", "Expected a text of at most %,d characters.".formatted(ModelDrafts.MOST_BYTES));
    }
    model.addAttribute("difference", differences.between(drafts.bundle(key), mine.path(), saved.get().content().getBytes(StandardCharsets.UTF_8),
        mine.content().getBytes(StandardCharsets.UTF_8)));
    return "studio/difference :: list";
  }

  private ModelState state(String model, String word) {
    if (drafts.bundle(model).files().isEmpty()) {
      throw Refusal.notFound("model '" + model + "'");
    }
    return states.stream().flatMap(each -> each.find(model, word).stream()).findFirst()
        .orElseThrow(() -> Refusal.notFound("state '%s' of the model '%s'".formatted(word, model)));
  }
}
