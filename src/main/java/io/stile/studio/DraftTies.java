package io.stile.studio;

import io.stile.organisation.Tie;
import io.stile.organisation.Ties;
import java.util.List;
import org.springframework.stereotype.Component;

/** The drafts that give work to a department: none could be published once it is given up. */
@Component
class DraftTies implements Ties {

  private final Uses uses;

  DraftTies(Uses uses) {
    this.uses = uses;
  }

  @Override
  public List<Tie> ofEmployee(String signIn) {
    return List.of();
  }

  @Override
  public List<Tie> ofMember(String signIn, String department) {
    return List.of();
  }

  @Override
  public List<Tie> ofDepartment(String key) {
    return uses.ofDepartment(key).stream().filter(Use::draft).map(use -> new Tie("is named by the draft of " + use.modelName(),
        "/studio/%s/uses?kind=department&name=%s".formatted(use.model(), key))).distinct().toList();
  }
}
