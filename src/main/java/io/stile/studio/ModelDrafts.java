package io.stile.studio;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.engine.Model;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.engine.PublishedVersion;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is being changed in models: one draft for each, shared by everybody who may edit it. A save that does not know the newest one is
 * refused, so nobody overwrites what he has not seen. A draft holds only the files that somebody saved; the others are as published.
 */
@Service
public class ModelDrafts {

  /** The most that one file holds, in bytes of UTF-8. Source: the gate reads no more. */
  public static final int MOST_BYTES = 1024 * 1024;
  /** The most files of one draft: every bundle of ours has fewer than a tenth. */
  public static final int MOST_FILES = 200;

  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  /** What can be the key of a model, a form or a decision. */
  private static final Pattern KEY = Pattern.compile(NAME);
  private static final int LONGEST_KEY = 64;

  private final ModelDraftTable table;
  private final Models models;
  private final Audit audit;
  private final Clock clock;

  ModelDrafts(ModelDraftTable table, Models models, Audit audit, Clock clock) {
    this.table = table;
    this.models = models;
    this.audit = audit;
    this.clock = clock;
  }

  /** The draft of a model, empty if nobody is changing it. */
  public Optional<ModelDraft> of(String model) {
    return table.of(model);
  }

  /** All drafts, by model. */
  public List<ModelDraft> all() {
    return table.all();
  }

  /** The files of a model as they would be published now: those of its draft, and for the rest those published last. */
  public Bundle bundle(String model) {
    Bundle bundle = published(model);
    for (DraftFile file : table.files(model)) {
      bundle = file.removed() ? bundle.without(file.path()) : bundle.with(file.path(), file.content().getBytes(StandardCharsets.UTF_8));
    }
    return bundle;
  }

  /** The files of a model as they were published last; none if it never was. */
  public Bundle published(String model) {
    return new Bundle(model, models.newestFiles(model));
  }

  /** One file as it stands now, in the draft or as published; empty if the model has none at that path or it is removed. */
  public Optional<DraftFile> file(String model, String path) {
    return standing(model, path).filter(file -> !file.removed());
  }

  private Optional<DraftFile> standing(String model, String path) {
    return table.file(model, path).or(() -> published(model).file(path)
        .map(content -> DraftFile.published(path, new String(content, StandardCharsets.UTF_8))));
  }

  /**
   * Saves a file. Sent again with the same content it is saved once.
   *
   * @param content  its text; nothing is checked but its size, because a draft may be wrong for a while
   * @param revision the revision that the page knows; 0 if it knows the published file or none
   * @return the new revision
   * @throws StaleSave    if somebody has saved another content meanwhile
   * @throws ModelDraftRefused if the path is none of this model, or the text too long
   */
  @Transactional
  public long save(String model, String path, String content, long revision, String by) {
    requirePath(model, path);
    requireText(path, content);
    return keep(model, path, content, revision, by);
  }

  /**
   * Has a file removed when the draft is published.
   *
   * @throws StaleSave if somebody has saved it meanwhile
   */
  @Transactional
  public void remove(String model, String path, long revision, String by) {
    requirePath(model, path);
    if (path.equals(Bundle.diagramOf(model))) {
      throw new ModelDraftRefused("path", "The diagram of '%s' cannot be removed; retire the request type instead.".formatted(model));
    }
    keep(model, path, null, revision, by);
  }

  private long keep(String model, String path, String content, long revision, String by) {
    table.begin(model, newest(model).orElse(null), by, clock.instant());
    DraftFile present = standing(model, path).orElse(DraftFile.published(path, null));
    if (Objects.equals(present.content(), content) && present.revision() > 0) {
      return present.revision();
    }
    if (present.revision() != revision) {
      throw new StaleSave(present);
    }
    List<DraftFile> files = table.files(model);
    if (files.size() >= MOST_FILES && files.stream().noneMatch(file -> file.path().equals(path))) {
      throw new ModelDraftRefused("path", "This draft has %d files, which is the most.".formatted(MOST_FILES));
    }
    return table.save(model, path, content, by, clock.instant());
  }

  /**
   * Throws the draft of a model away.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean discard(String model, String by) {
    Optional<ModelDraft> draft = table.of(model);
    draft.ifPresent(thrown -> {
      table.delete(model);
      audit.record(by, "threw the draft away", subject(model),
          new Changes().add("Files", String.join(", ", thrown.files().stream().map(DraftFile::path).toList()), null));
    });
    return draft.isPresent();
  }

  /** Ends the draft of a model because it was published, in the transaction in which it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void published(String model, String by) {
    table.delete(model);
  }

  /** Lets nobody save in the draft of a model until this transaction ends; false if there is none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lock(String model) {
    return table.lock(model);
  }

  /** Says that the draft has taken in a version that was published after it was begun. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rebase(String model, ModelVersion version) {
    table.rebase(model, version);
  }

  /** Keeps that the draft as it stands came from elsewhere as a bundle. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void importedAs(String model, String digest) {
    table.imported(model, digest);
  }

  /** The digest of the files that came from elsewhere as a bundle, empty if the draft was not begun with one. */
  public Optional<String> imported(String model) {
    return table.imported(model);
  }

  /** Says that the draft has taken in everything that was published by now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rebaseToNewest(String model) {
    newest(model).ifPresent(version -> table.rebase(model, version));
  }

  private Optional<ModelVersion> newest(String model) {
    return models.newestOf(model).map(PublishedVersion::version);
  }

  Subject subject(String model) {
    return new Subject("model", model, models.newest(model).map(Model::name).orElse(model));
  }

  /** Whether a text can be the key of a model, a form or a decision: small letters, digits and hyphens, at most 64 characters. */
  public static boolean isKey(String text) {
    return text != null && text.length() <= LONGEST_KEY && KEY.matcher(text).matches();
  }

  private static void requirePath(String model, String path) {
    boolean known = path != null && isKey(model) && (path.equals(Bundle.diagramOf(model))
        || named(path, "bpmn/", Kind.DMN) || named(path, "forms/" + model + "/", Kind.FORM));
    if (!known) {
      throw new ModelDraftRefused("path", "'%s' is no file of the model '%s'; expected %s, bpmn/<decision>.dmn or forms/%s/<form>.form"
          .formatted(shortened(path), shortened(model), Bundle.diagramOf(shortened(model)), shortened(model)));
    }
  }

  private static boolean named(String path, String folder, Kind kind) {
    return path.startsWith(folder) && path.endsWith(kind.suffix())
        && isKey(path.substring(folder.length(), Math.max(folder.length(), path.length() - kind.suffix().length())));
  }

  private static void requireText(String path, String content) {
    if (content == null || content.indexOf('\0') >= 0) {
      throw new ModelDraftRefused("content", content == null ? "There is no text for '%s'.".formatted(path)
          : "'%s' holds the character U+0000, which no text can have.".formatted(path));
    }
    int bytes = content.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new ModelDraftRefused("content", "'%s' has %d bytes; at most %d are kept.".formatted(path, bytes, MOST_BYTES));
    }
  }

  private static String shortened(String text) {
    return text == null || text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "…";
  }
}
