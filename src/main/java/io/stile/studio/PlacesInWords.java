package io.stile.studio;

import io.stile.gate.Bundle;
import io.stile.gate.Finding;
import io.stile.gate.FindingNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the gate's own pages how people call the places of findings. */
@Component
class PlacesInWords implements FindingNames {

  @Override
  public List<String> of(Bundle bundle, String path, List<Finding> findings) {
    return NamedFinding.of(bundle, path, findings).stream().map(NamedFinding::name).toList();
  }
}
