package io.stile.gate;

import java.util.List;

/** Knows how people call the places of findings: whoever shows models to people implements it. */
public interface FindingNames {

  /** The places of some findings of one file in words, in the same order: {@code Step “Reserve the handset”, department}. */
  List<String> of(Bundle bundle, String path, List<Finding> findings);
}
