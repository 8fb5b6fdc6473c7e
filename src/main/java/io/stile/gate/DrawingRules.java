package io.stile.gate;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** How a model is drawn: all of it, and so that the eye can follow it. */
final class DrawingRules {

  private DrawingRules() {}

  static Stream<Advice> everythingIsDrawn(DrawnModel m) {
    Drawing drawing = Drawing.of(m);
    Stream<DrawnPart> missing = Stream.concat(m.nodes().stream().filter(node -> !drawing.shapes().contains(node.id())),
        m.flows().stream().filter(flow -> drawing.edge(flow).isEmpty()));
    return missing.map(part -> part.advice("", "This is in the model and not in the drawing, so nobody sees it. Draw it, or remove it."));
  }

  static Stream<Advice> flowsDoNotCross(DrawnModel m) {
    Drawing drawing = Drawing.of(m);
    List<DrawnFlow> flows = m.flows();
    Optional<SortedMap<Integer, Integer>> crossed = Crossings.among(flows.stream().map(drawing::edge).toList(),
        (a, b) -> flows.get(a).sharesAnEnd(flows.get(b)));
    return crossed.map(found -> found.entrySet().stream().map(e -> {
      DrawnFlow other = flows.get(e.getValue());
      return flows.get(e.getKey()).advice("", "This flow crosses the one from " + called(m, other.from()) + " to " + called(m, other.to())
          + ". Draw one around the other.");
    }))
        .orElseGet(() -> Stream.of(m.advice("", "So many flows lie on each other that the drawing cannot be checked. Spread it out.")));
  }

  /** A node by its label, or else by its id. */
  private static String called(DrawnModel m, String id) {
    return m.node(id).map(node -> Quoted.of(node.name().isBlank() ? id : node.name().strip())).orElse("nowhere");
  }
}
