package io.stile.studio.web;

import io.stile.studio.StudioModel;
import java.util.Locale;

/**
 * What the list is narrowed to; blank leaves a part open.
 *
 * @param q     a piece of the name, key, owner or note
 * @param kind  {@code type}, {@code protocol} or {@code table}
 * @param state {@code draft}, {@code waiting}, {@code offered}, {@code retired} or {@code mine}
 */
record ListFilter(String q, String kind, String state) {

  boolean takes(ListedModel line, String viewer) {
    return holds(line) && isOfKind(line.model()) && isInState(line.model(), viewer);
  }

  /** Whether anything is narrowed. */
  public boolean narrows() {
    return !(blank(q) && blank(kind) && blank(state));
  }

  private boolean holds(ListedModel line) {
    String piece = blank(q) ? "" : q.strip().toLowerCase(Locale.ROOT);
    String text = "%s %s %s %s".formatted(line.model().name(), line.model().key(), line.owner() == null ? "" : line.owner(), line.note());
    return text.toLowerCase(Locale.ROOT).contains(piece);
  }

  private boolean isOfKind(StudioModel model) {
    return blank(kind) || switch (kind) {
      case "type" -> model.kind() == StudioModel.Kind.REQUEST_TYPE;
      case "protocol" -> model.kind() == StudioModel.Kind.PROTOCOL;
      case "table" -> model.kind() == StudioModel.Kind.TABLE;
      default -> true;
    };
  }

  private boolean isInState(StudioModel model, String viewer) {
    return blank(state) || switch (state) {
      case "draft" -> model.draft() != null;
      case "waiting" -> model.plan() != null;
      case "offered" -> model.offer() != null;
      case "retired" -> model.retired() != null;
      case "mine" -> viewer.equals(model.owner());
      default -> true;
    };
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
