package io.stile.studio;

import io.stile.catalogue.OpenDrafts;
import io.stile.engine.ModelVersion;
import io.stile.gate.Bundle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of a draft when it is published. */
@Component
class PublishedDrafts implements OpenDrafts {

  private final ModelDrafts drafts;
  private final ModelDraftTable table;

  PublishedDrafts(ModelDrafts drafts, ModelDraftTable table) {
    this.drafts = drafts;
    this.table = table;
  }

  @Override
  public Bundle bundle(String model) {
    return drafts.bundle(model);
  }

  @Override
  public void published(Bundle asAsked, ModelVersion version) {
    String model = asAsked.key();
    if (!table.lock(model)) {
      return;
    }
    List<DraftFile> files = table.files(model);
    List<DraftFile> changedSince = files.stream().filter(file -> !published(file, asAsked)).toList();
    if (changedSince.isEmpty()) {
      table.delete(model);
      return;
    }
    files.stream().filter(file -> !changedSince.contains(file)).forEach(file -> table.forget(model, file.path()));
    table.rebase(model, version);
  }

  private static boolean published(DraftFile file, Bundle asAsked) {
    byte[] published = asAsked.files().get(file.path());
    return file.removed() ? published == null
        : published != null && Arrays.equals(file.content().getBytes(StandardCharsets.UTF_8), published);
  }
}
