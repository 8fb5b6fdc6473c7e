package io.stile.studio;

import io.stile.engine.ModelVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The draft of a model.
 *
 * @param model   id of its process, or of the decision table that stands alone
 * @param basedOn the version that was newest when the draft was begun; null if none was published
 * @param begunBy sign-in name of whoever saved first
 * @param files   what differs from the published files, or may; by path
 */
public record ModelDraft(String model, ModelVersion basedOn, String begunBy, Instant begunAt, List<DraftFile> files) {

  public ModelDraft {
    files = List.copyOf(files);
  }

  /** The file that was saved last; a draft has at least one. */
  public DraftFile last() {
    return files.stream().max(Comparator.comparingLong(DraftFile::revision)).orElseThrow();
  }
}
