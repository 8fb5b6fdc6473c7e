package io.stile.studio;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code draft} and {@code published}: what would be published now, and what was published last. */
@Component
class DraftStates implements ModelStates {

  private final ModelDrafts drafts;

  DraftStates(ModelDrafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public Optional<ModelState> find(String model, String word) {
    return switch (word) {
      case "draft" -> Optional.of(new ModelState(word, drafts.of(model).isPresent() ? "Draft" : "Draft (nothing changed)", drafts.bundle(model)));
      case "published" -> Optional.of(new ModelState(word, "As published", drafts.published(model)));
      default -> Optional.empty();
    };
  }
}
