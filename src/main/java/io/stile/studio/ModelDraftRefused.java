package io.stile.studio;

/** Something cannot be kept in a draft. The message names what was found and what was expected. */
public class ModelDraftRefused extends RuntimeException {

  private final String field;

  ModelDraftRefused(String field, String message) {
    super(message);
    this.field = field;
  }

  /** Which value it is about: {@code path}, {@code content}. */
  public String field() {
    return field;
  }
}
