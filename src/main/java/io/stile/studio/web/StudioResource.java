package io.stile.studio.web;

import io.stile.catalogue.BundleArchive;
import io.stile.catalogue.Publication;
import io.stile.catalogue.PublicationRefused;
import io.stile.catalogue.Publications;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.studio.Editors;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NewTypes;
import io.stile.studio.Publishing;
import io.stile.studio.StudioModel;
import io.stile.studio.StudioModels;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.web.Viewer;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Models and their versions for programs. */
@RestController
@RequestMapping("/api/v1/studio/models")
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class StudioResource {

  private final StudioModels studio;
  private final Publications publications;
  private final BundleDownload downloads;
  private final BundleArchive archives;
  private final Publishing publishing;
  private final NewTypes types;
  private final ModelDrafts drafts;
  private final Editors editors;
  private final Models models;
  private final UnitOfWork unitOfWork;

  StudioResource(StudioModels studio, Publications publications, BundleDownload downloads, BundleArchive archives, Publishing publishing,
      NewTypes types, ModelDrafts drafts, Editors editors, Models models, UnitOfWork unitOfWork) {
    this.studio = studio;
    this.publications = publications;
    this.downloads = downloads;
    this.archives = archives;
    this.publishing = publishing;
    this.types = types;
    this.drafts = drafts;
    this.editors = editors;
    this.models = models;
    this.unitOfWork = unitOfWork;
  }

  /**
   * A model of the studio.
   *
   * @param key id of its process, or of the decision table that stands alone
   * @param name what people call it
   * @param kind {@code request_type}, {@code protocol} or {@code table}
   * @param processOwner sign-in name of the employee who is accountable for it; null if it has none
   * @param version number of its newest version; null if it was never published
   * @param publishedAt when that was published; null if it was never published
   * @param live how many requests are open, of a protocol at how many it does something
   * @param late how many of them are late
   * @param draft whether something is being changed in it
   * @param retired whether no new request can be opened
   */
  record ModelLine(String key, String name, String kind, String processOwner, Integer version, Instant publishedAt, int live, int late,
                   boolean draft, boolean retired) {

    static ModelLine of(StudioModel model) {
      return new ModelLine(model.key(), model.name(), model.kind().name().toLowerCase(Locale.ROOT), model.owner(),
          model.newest() == null ? null : model.newest().number(), model.newest() == null ? null : model.newest().at(), model.live().open(),
          model.live().late(), model.draft() != null, model.retired() != null);
    }
  }

  /**
   * A version of a model.
   *
   * @param number 1 for the first version
   * @param source {@code shipped}, {@code edited}, {@code restored} or {@code imported}
   * @param author sign-in name of who published it; null when the program brought it
   * @param approver sign-in name of the second person; null if nobody was asked
   * @param note why, in the author's words
   * @param publishedAt when
   * @param running how many requests run on it
   */
  record VersionItem(int number, String source, String author, String approver, String note, Instant publishedAt, int running) {

    static VersionItem of(Publication publication, int running) {
      return new VersionItem(publication.number(), publication.source().name().toLowerCase(Locale.ROOT), publication.author(),
          publication.approver(), publication.note(), publication.at(), running);
    }
  }

  /**
   * What came of a bundle.
   *
   * @param state {@code published}, or {@code waiting} for the approval of a second person or for its date
   * @param version number of the new version; null while it waits
   */
  record Submitted(String state, Integer version) {}

  /** All request types, protocols and decision tables that stand alone, request types first. */
  @GetMapping
  Part<ModelLine> list() {
    return Part.whole(studio.all().stream().map(ModelLine::of).toList());
  }

  /**
   * The versions of a model, the newest first.
   *
   * @param key of the model, for example {@code phone-swap}
   */
  @GetMapping("/{key}/versions")
  Part<VersionItem> versions(@PathVariable String key) {
    List<Publication> found = publications.of(key);
    if (found.isEmpty()) {
      throw Refusal.notFound("published model '%.64s'".formatted(key));
    }
    Map<ModelVersion, Integer> running = models.running(key);
    return Part.whole(found.stream().map(publication -> VersionItem.of(publication, running.getOrDefault(publication.version(), 0))).toList());
  }

  /**
   * The files of a version as a zip archive.
   *
   * @param key of the model
   * @param version its number
   */
  @GetMapping(path = "/{key}/versions/{version}/bundle", produces = "application/zip")
  ResponseEntity<byte[]> bundle(@PathVariable String key, @PathVariable int version) {
    return downloads.download(key, version);
  }

  /**
   * Publishes a new version. The files go through the same gate as everything; where a second person has to approve, they wait for him as the
   * draft of the model.
   *
   * @param key of the model; the files must be its own
   * @param bundle a zip archive as it is exported
   * @param note why; everybody reads it in the list of versions
   */
  @PostMapping(path = "/{key}/versions", consumes = "application/zip")
  ResponseEntity<Submitted> publish(@PathVariable String key, @RequestBody byte[] bundle, @RequestParam String note,
      @Parameter(hidden = true) Viewer viewer) {
    Bundle files = archives.read(bundle);
    if (!files.key().equals(key)) {
      throw PublicationRefused.invalid("file", "The archive holds the model '%s', not '%.64s'.".formatted(files.key(), key));
    }
    if (!types.isNew(key)) {
      editors.require(viewer, key);
    }
    Optional<Publication> published = unitOfWork.of(() -> {
      types.bring(files, viewer.signIn(), false);
      return publishing.publish(key, drafts.bundle(key).digest(), note, null, viewer.signIn());
    });
    return published.map(version -> ResponseEntity.status(HttpStatus.CREATED).body(new Submitted("published", version.number())))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Submitted("waiting", null)));
  }
}
