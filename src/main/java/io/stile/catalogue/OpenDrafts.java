package io.stile.catalogue;

import io.stile.engine.ModelVersion;
import io.stile.gate.Bundle;

/** What is being changed in models. Whoever keeps drafts answers. */
public interface OpenDrafts {

  /** The files of a model as they stand now: those of its draft, and for the rest those published last. */
  Bundle bundle(String model);

  /**
   * A draft was published as it stood when that was asked for: what was not changed since ends, and the rest goes on from the new version.
   * Called in the transaction of the publication.
   */
  void published(Bundle asAsked, ModelVersion version);
}
