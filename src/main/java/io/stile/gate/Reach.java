package io.stile.gate;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which nodes follow from others. */
final class Reach {

  private Reach() {}

  /** The ids of the nodes to begin with and of all that follow from them. */
  static Set<String> from(Collection<DrawnNode> begin, Function<DrawnNode, Stream<DrawnNode>> next) {
    Set<String> seen = new HashSet<>();
    Deque<DrawnNode> open = new ArrayDeque<>(begin);
    while (!open.isEmpty()) {
      DrawnNode node = open.pop();
      if (seen.add(node.id())) {
        next.apply(node).forEach(open::push);
      }
    }
    return seen;
  }
}
