package io.stile.studio.web;

import io.stile.catalogue.Publication;
import io.stile.catalogue.Publications;
import io.stile.catalogue.RequestTypes;
import io.stile.catalogue.ShippedBundles;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.organisation.Organisation;
import io.stile.sla.TargetWords;
import io.stile.studio.DraftFile;
import io.stile.studio.DrawnModels;
import io.stile.studio.Editors;
import io.stile.studio.FileChange;
import io.stile.studio.ModelDrafts;
import io.stile.studio.StudioModel;
import io.stile.studio.StudioModels;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the page of a model shows. */
@Component
class ModelSheets {

  private final StudioModels studio;
  private final ModelDrafts drafts;
  private final Publications publications;
  private final RequestTypes types;
  private final ShippedBundles shipped;
  private final Models models;
  private final Editors editors;
  private final Organisation organisation;

  ModelSheets(StudioModels studio, ModelDrafts drafts, Publications publications, RequestTypes types, ShippedBundles shipped, Models models,
      Editors editors, Organisation organisation) {
    this.studio = studio;
    this.drafts = drafts;
    this.publications = publications;
    this.types = types;
    this.shipped = shipped;
    this.models = models;
    this.editors = editors;
    this.organisation = organisation;
  }

  /**
   * A model as the list shows it.
   *
   * @throws Refusal if there is none
   */
  ListedModel line(String key) {
    return ListedModel.of(required(key), new People(organisation));
  }

  /**
   * A model with everything that its page shows.
   *
   * @throws Refusal if there is none
   */
  ModelSheet sheet(String key, Viewer viewer) {
    People people = new People(organisation);
    StudioModel model = required(key);
    Bundle now = drafts.bundle(key);
    String promise = types.byKey(key).map(type -> TargetWords.of(type.promise())).orElse(null);
    return new ModelSheet(ListedModel.of(model, people), editors.mayEdit(viewer, key), promise, files(model, now, people),
        DrawnModels.steps(now).stream().map(step -> StepLine.of(step, people)).toList(), versions(key, people),
        now.file(Bundle.diagramOf(key)).isPresent(), shipped.of(key).isPresent());
  }

  private StudioModel required(String key) {
    return studio.byKey(key).orElseThrow(() -> Refusal.notFound("model '%.64s'".formatted(key)));
  }

  private List<FileLine> files(StudioModel model, Bundle now, People people) {
    Bundle published = drafts.published(model.key());
    Map<String, String> changes = FileChange.between(published, now).stream()
        .collect(Collectors.toMap(FileChange::path, change -> change.kind().words()));
    Map<String, DraftFile> saved = model.draft() == null ? Map.of()
        : model.draft().files().stream().collect(Collectors.toMap(DraftFile::path, Function.identity()));
    TreeSet<String> paths = new TreeSet<>(now.files().keySet());
    paths.addAll(published.files().keySet());
    return paths.stream().filter(path -> Kind.ofFile(path).isPresent()).map(path -> line(model.key(), path, changes.get(path), saved.get(path), people))
        .sorted(Comparator.comparing((FileLine line) -> order(line.kind())).thenComparing(FileLine::path)).toList();
  }

  private static int order(Kind kind) {
    return switch (kind) {
      case BPMN -> 0;
      case FORM -> 1;
      case DMN -> 2;
    };
  }

  private static FileLine line(String model, String path, String change, DraftFile saved, People people) {
    return new FileLine(path, Kind.ofFile(path).orElseThrow(), FileLine.editor(model, path), change, saved,
        saved == null ? null : people.employee(saved.savedBy()));
  }

  private List<VersionLine> versions(String key, People people) {
    Map<ModelVersion, Integer> running = models.running(key);
    return publications.of(key).stream().map(publication -> version(publication, running, people)).toList();
  }

  private static VersionLine version(Publication publication, Map<ModelVersion, Integer> running, People people) {
    String author = publication.author() == null ? "The program" : people.employee(publication.author());
    return new VersionLine(publication, author, people.employee(publication.approver()), running.getOrDefault(publication.version(), 0));
  }
}
