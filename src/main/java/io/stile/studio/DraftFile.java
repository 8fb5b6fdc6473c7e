package io.stile.studio;

import java.time.Instant;

/**
 * A file as it stands in the draft of a model.
 *
 * @param path     where it lies among the files of its model: {@code bpmn/phone-swap.bpmn}
 * @param content  its text; null if it is to be removed
 * @param revision of the last save; 0 if it stands as it was published
 * @param savedBy  sign-in name of whoever saved it last; null if it stands as it was published
 * @param savedAt  when; null if it stands as it was published
 */
public record DraftFile(String path, String content, long revision, String savedBy, Instant savedAt) {

  static DraftFile published(String path, String content) {
    return new DraftFile(path, content, 0, null, null);
  }

  /** Whether it is removed when the draft is published. */
  public boolean removed() {
    return content == null;
  }
}
