package io.stile.studio;

import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.organisation.Organisation;
import io.stile.studio.Difference.Change;
import io.stile.studio.Difference.File;
import io.stile.studio.Difference.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Says in words what differs between two states of a model: two versions, a version and the draft, one editor's state and another's. */
@Service
public class Differences {

  private static final String UNREAD = "One of the two cannot be read, so its parts cannot be compared.";

  private final PropertyWords words;

  @Autowired
  Differences(Organisation organisation) {
    this(PropertyWords.of(organisation));
  }

  Differences(PropertyWords words) {
    this.words = words;
  }

  /** What differs. Nothing in it is checked: both may be drafts that are wrong, or whatever came from outside. */
  public Difference between(Bundle before, Bundle after) {
    TreeSet<String> paths = new TreeSet<>(before.files().keySet());
    paths.addAll(after.files().keySet());
    List<File> files = new ArrayList<>();
    for (String path : paths) {
      file(path, before, after).ifPresent(files::add);
    }
    return new Difference(files);
  }

  /** What differs between two states of one file among the other files of its model, which say how things are called. */
  public Difference between(Bundle around, String path, byte[] before, byte[] after) {
    return between(around.with(path, before), around.with(path, after));
  }

  /** What differs between two states of one file. */
  public Difference between(String path, byte[] before, byte[] after) {
    return between(new Bundle(path, Map.of()), path, before, after);
  }

  private Optional<File> file(String path, Bundle old, Bundle now) {
    Optional<byte[]> before = old.file(path);
    Optional<byte[]> after = now.file(path);
    Optional<Kind> kind = Kind.ofFile(path);
    if (kind.isEmpty() || before.isPresent() && after.isPresent() && Arrays.equals(before.get(), after.get())) {
      return Optional.empty();
    }
    String title = title(kind.get(), path);
    if (before.isEmpty() || after.isEmpty()) {
      Change change = before.isEmpty() ? Change.ADDED : Change.REMOVED;
      List<Item> items = whole(kind.get(), path, before.isPresent() ? old : now, change);
      return Optional.of(new File(path, kind.get(), title, change, null, items));
    }
    Optional<List<Item>> items = compare(kind.get(), path, old, now);
    if (items.isPresent() && items.get().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new File(path, kind.get(), title, Change.CHANGED, items.isPresent() ? null : UNREAD, items.orElse(List.of())));
  }

  private Optional<List<Item>> compare(Kind kind, String path, Bundle old, Bundle now) {
    byte[] before = old.file(path).orElseThrow();
    byte[] after = now.file(path).orElseThrow();
    return switch (kind) {
      case BPMN -> DiagramParts.compare(old, now, path, words);
      case DMN -> TableParts.compare(before, after);
      case FORM -> FormParts.compare(before, after);
    };
  }

  private List<Item> whole(Kind kind, String path, Bundle bundle, Change change) {
    byte[] content = bundle.file(path).orElseThrow();
    Optional<List<Part>> parts = switch (kind) {
      case BPMN -> DiagramParts.parts(bundle, path, words);
      case DMN -> TableParts.parts(content);
      case FORM -> FormParts.parts(content);
    };
    List<Part> all = parts.orElse(List.of());
    return change == Change.ADDED ? Parts.compare(List.of(), all, false) : Parts.compare(all, List.of(), false);
  }

  /** How people call a file, by its place. */
  public static String title(Kind kind, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).replace(kind.suffix(), "").replace('-', ' ');
    String capital = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return switch (kind) {
      case BPMN -> "Diagram";
      case DMN -> "Decision table “" + capital + "”";
      case FORM -> "Form “" + capital + "”";
    };
  }
}
