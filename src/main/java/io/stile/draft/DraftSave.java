package io.stile.draft;

import java.util.Map;
import java.util.UUID;

/**
 * What a page sends to be kept.
 *
 * @param draft   id of the draft
 * @param of      what it is typed for; counts when the draft is kept for the first time
 * @param page    names the loaded page; drawn at random when it is loaded
 * @param count   counts the saves of that page, from 1: one that was overtaken on its way is recognised
 * @param version the version that the page knows; 0 if it knows none
 * @param typed   everything that stands in the form, by the name of the field
 */
public record DraftSave(UUID draft, DraftOf of, String page, int count, int version, Map<String, Object> typed) {

  private static final int LONGEST_PAGE = 64;

  public DraftSave {
    if (page == null || page.isBlank() || page.length() > LONGEST_PAGE) {
      throw DraftRefused.invalid("page", "Expected 1 to %d characters that name the loaded page.".formatted(LONGEST_PAGE));
    }
    if (count < 1) {
      throw DraftRefused.invalid("count", "%d is too small; expected 1 or more.".formatted(count));
    }
    typed = typed == null ? Map.of() : typed;
  }
}
