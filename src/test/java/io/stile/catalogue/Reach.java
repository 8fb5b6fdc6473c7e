package io.stile.catalogue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Which nodes of a model a token can come to. */
final class Reach {

  private final DrawnModel model;
  private final boolean overBoundary;

  Reach(DrawnModel model, boolean overBoundary) {
    this.model = model;
    this.overBoundary = overBoundary;
  }

  Set<String> from(Collection<DrawnNode> begin) {
    Set<String> seen = new HashSet<>();
    Deque<DrawnNode> open = new ArrayDeque<>(begin);
    while (!open.isEmpty()) {
      DrawnNode node = open.pop();
      if (seen.add(node.id())) {
        model.from(node).forEach(flow -> model.node(flow.to()).ifPresent(open::push));
        if (overBoundary) {
          model.boundary(node).forEach(open::push);
        }
      }
    }
    return seen;
  }
}
