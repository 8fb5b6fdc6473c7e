package io.stile.gate;

import io.stile.engine.Model;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.engine.PublishedVersion;
import io.stile.gate.AuditedModel.AuditedFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Says what the gate would refuse of what is published already: it may have come before a rule was made, before a department was given up, or by a way
 * beside the gate. Looks at every newest version and at every other on which something runs; changes nothing.
 */
@Service
public class ModelAudit {

  private final Gate gate;
  private final Models models;
  private final FindingNames names;

  ModelAudit(Gate gate, Models models, FindingNames names) {
    this.gate = gate;
    this.models = models;
    this.names = names;
  }

  /** All versions that matter, those with findings first, then by name and the newest version first. */
  public List<AuditedModel> audit() {
    Map<String, List<PublishedVersion>> byName = new LinkedHashMap<>();
    models.published().forEach(version -> byName.computeIfAbsent(version.name(), key -> new ArrayList<>()).add(version));
    List<AuditedModel> audited = new ArrayList<>();
    byName.forEach((name, versions) -> audit(name, versions, audited));
    audited.sort((one, other) -> one.findings().isEmpty() != other.findings().isEmpty() ? (one.findings().isEmpty() ? 1 : -1)
        : one.model().equals(other.model()) ? other.number() - one.number() : one.model().compareTo(other.model()));
    return audited;
  }

  private void audit(String model, List<PublishedVersion> versions, List<AuditedModel> audited) {
    Map<ModelVersion, Integer> running = models.running(model);
    int newest = versions.stream().mapToInt(PublishedVersion::number).max().orElse(0);
    String name = models.newest(model).map(Model::name).orElse(model);
    for (PublishedVersion version : versions) {
      int live = running.getOrDefault(version.version(), 0);
      if (version.number() == newest || live > 0) {
        audited.add(new AuditedModel(model, name, version.number(), version.number() == newest, live, findings(model, version)));
      }
    }
  }

  private List<AuditedFinding> findings(String model, PublishedVersion version) {
    List<AuditedFinding> found = new ArrayList<>();
    Bundle bundle = new Bundle(model, models.files(version.version()));
    gate.check(bundle).files().forEach((path, verdict) -> {
      List<Finding> refused = verdict.findings().stream().filter(finding -> finding.severity() == Severity.SAFETY).toList();
      List<String> called = refused.isEmpty() ? List.of() : names.of(bundle, path, refused);
      for (int i = 0; i < refused.size(); i++) {
        found.add(new AuditedFinding(path, refused.get(i), called.get(i)));
      }
    });
    return List.copyOf(found);
  }
}
