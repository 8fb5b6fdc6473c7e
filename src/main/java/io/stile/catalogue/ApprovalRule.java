package io.stile.catalogue;

import java.util.Set;

/**
 * For which models a second person has to approve a publication.
 *
 * @param models  keys of the models if it holds for some; kept while it holds for none or all
 * @param version of the rule, so that nobody overwrites what he has not seen
 */
public record ApprovalRule(Kind kind, Set<String> models, int version) {

  /** For which models it holds. */
  public enum Kind {
    /** No second person is asked. */
    NONE,
    /** Only for the models that are listed. */
    SOME,
    /** For every model. */
    ALL
  }

  public ApprovalRule {
    models = Set.copyOf(models);
  }

  /** Whether a publication of a model needs a second person. */
  public boolean holdsFor(String model) {
    return kind == Kind.ALL || kind == Kind.SOME && models.contains(model);
  }
}
