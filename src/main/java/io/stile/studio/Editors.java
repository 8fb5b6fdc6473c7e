package io.stile.studio;

import io.stile.engine.Model;
import io.stile.engine.Models;
import io.stile.organisation.Role;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who may change a model: its process owner and administrators. Every process owner may look at it. */
@Service
public class Editors {

  private final Models models;
  private final ModelDrafts drafts;

  Editors(Models models, ModelDrafts drafts) {
    this.models = models;
    this.drafts = drafts;
  }

  /**
   * Whether somebody may change a model. One that was never published is changed by whoever began it; a decision table that stands alone
   * by administrators.
   */
  public boolean mayEdit(Viewer viewer, String model) {
    return viewer.has(Role.ADMINISTRATOR.name()) || viewer.has(Role.PROCESS_OWNER.name()) && isAccountable(viewer.signIn(), model);
  }

  /**
   * Lets only those on who may change a model.
   *
   * @throws Refusal if he may not; it says who may
   */
  public void require(Viewer viewer, String model) {
    if (!mayEdit(viewer, model)) {
      throw Refusal.denied(accountable(model).map(owner -> "Only its process owner (%s) and administrators change the model '%s'.".formatted(owner, model))
          .orElse("Only administrators change '%s'.".formatted(model)));
    }
  }

  private boolean isAccountable(String signIn, String model) {
    return accountable(model).filter(signIn::equals).isPresent();
  }

  private Optional<String> accountable(String model) {
    Optional<Model> published = models.newest(model);
    return published.isPresent() ? published.get().property("processOwner")
        : drafts.of(model).filter(draft -> drafts.published(model).files().isEmpty()).map(ModelDraft::begunBy);
  }
}
