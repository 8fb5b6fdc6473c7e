package io.stile.gate;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a model is drawn: straight, apart, readable. */
final class LayoutRules {

  private LayoutRules() {
  }

  static Stream<String> flowsAreRectangular(DrawnModel m) {
    Layout d = Layout.of(m);
    return m.flows().stream().filter(f -> edge(d, f).stream().anyMatch(s -> s.x1() != s.x2() && s.y1() != s.y2()))
        .map(f -> f.id() + ": runs slanting");
  }

  static Stream<String> flowsKeepOutOfShapes(DrawnModel m) {
    Layout d = Layout.of(m);
    return m.flows().stream().flatMap(f -> m.nodes().stream()
        .filter(n -> !n.type().equals("subProcess") && !isEndOf(m, f, n) && d.shapes().containsKey(n.id()))
        .filter(n -> edge(d, f).stream().anyMatch(s -> enters(s, d.shapes().get(n.id()))))
        .map(n -> f.id() + ": runs through " + n.id()));
  }

  static Stream<String> shapesKeepApart(DrawnModel m) {
    Layout d = Layout.of(m);
    return pairs(m.nodes()).stream().filter(p -> !belong(p.get(0), p.get(1)) && !belong(p.get(1), p.get(0)))
        .filter(p -> overlap(d, p.get(0).id(), p.get(1).id())).map(p -> p.get(0).id() + " and " + p.get(1).id() + ": overlap");
  }

  static Stream<String> labelsCoverNothing(DrawnModel m) {
    Layout d = Layout.of(m);
    List<String> labelled = List.copyOf(d.labels().keySet());
    Stream<String> labels = pairs(labelled).stream().filter(p -> d.labels().get(p.get(0)).intersects(d.labels().get(p.get(1))))
        .map(p -> p.get(0) + " and " + p.get(1) + ": their labels overlap");
    Stream<String> shapes = labelled.stream().flatMap(l -> m.nodes().stream().filter(n -> !n.id().equals(l) && !holds(n, m, l))
        .filter(n -> d.shapes().containsKey(n.id()) && d.labels().get(l).intersects(d.shapes().get(n.id())))
        .map(n -> l + ": its label covers " + n.id()));
    Stream<String> flows = labelled.stream().flatMap(l -> m.flows().stream()
        .filter(f -> edge(d, f).stream().anyMatch(s -> enters(s, d.labels().get(l)))).map(f -> l + ": its label covers " + f.id()));
    return Stream.of(labels, shapes, flows).flatMap(s -> s);
  }

  /** From the start one straight line of flows leads right to an end, or to where a loop begins again. */
  static Stream<String> happyPathIsStraight(DrawnModel m) {
    Layout d = Layout.of(m);
    Optional<DrawnNode> start = m.nodes("startEvent").filter(s -> s.parent().isEmpty()).findFirst();
    if (start.isEmpty() || !d.shapes().containsKey(start.get().id())) {
      return Stream.of(m.id() + ": no start event is drawn");
    }
    double y = d.shapes().get(start.get().id()).getCenterY();
    Set<String> passed = new HashSet<>();
    DrawnNode at = start.get();
    for (Optional<DrawnNode> next = start; next.isPresent(); next = straight(m, d, at, y)) {
      at = next.get();
      passed.add(at.id());
    }
    boolean arrives = at.type().equals("endEvent")
        || !m.from(at).isEmpty() && m.from(at).stream().allMatch(f -> passed.contains(f.to()));
    return Findings.of(!arrives, at.id() + ": here the straight path from the start breaks off").stream();
  }

  private static Optional<DrawnNode> straight(DrawnModel m, Layout d, DrawnNode from, double y) {
    return m.from(from).stream().filter(f -> !edge(d, f).isEmpty() && edge(d, f).stream().allMatch(s -> s.y1() == y && s.y2() == y && s.x2() > s.x1()))
        .findFirst().flatMap(f -> m.node(f.to()));
  }

  /** Whether a piece of a flow runs through the inside of a box; along its border does not count. */
  private static boolean enters(Segment piece, Rectangle2D box) {
    return new Rectangle2D.Double(box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2)
        .intersectsLine(piece.x1(), piece.y1(), piece.x2(), piece.y2());
  }

  private static List<Segment> edge(Layout d, DrawnFlow f) {
    return d.edges().getOrDefault(f.id(), List.of());
  }

  private static boolean isEndOf(DrawnModel m, DrawnFlow f, DrawnNode n) {
    String host = m.node(f.from()).map(b -> b.attribute("attachedToRef")).orElse("");
    return n.id().equals(f.from()) || n.id().equals(f.to()) || n.id().equals(host);
  }

  private static boolean belong(DrawnNode inner, DrawnNode outer) {
    return inner.attribute("attachedToRef").equals(outer.id())
        || inner.parent().filter(p -> p.getAttribute("id").equals(outer.id())).isPresent();
  }

  /** Whether the labelled node or flow lies in this sub-process. */
  private static boolean holds(DrawnNode subProcess, DrawnModel m, String id) {
    return Stream.concat(m.nodes().stream().map(DrawnNode::element), m.flows().stream().map(DrawnFlow::element))
        .anyMatch(e -> e.getAttribute("id").equals(id) && e.getParentNode() == subProcess.element());
  }

  private static boolean overlap(Layout d, String a, String b) {
    Rectangle2D one = d.shapes().get(a);
    return one != null && d.shapes().containsKey(b) && one.intersects(d.shapes().get(b));
  }

  private static <T> List<List<T>> pairs(List<T> all) {
    List<List<T>> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        pairs.add(List.of(all.get(i), all.get(j)));
      }
    }
    return pairs;
  }
}
