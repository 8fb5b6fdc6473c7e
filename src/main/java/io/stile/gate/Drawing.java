package io.stile.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What is drawn of a model, by the id of the element: which shapes have a box, and flows as their segments, in pixels. */
record Drawing(Set<String> shapes, Map<String, List<Segment>> edges) {

  static Drawing of(DrawnModel model) {
    Drawing drawing = new Drawing(new HashSet<>(), new HashMap<>());
    for (Element e : Tree.all(model.document().getDocumentElement())) {
      String of = e.getAttribute("bpmnElement");
      if (Tree.is(e, Bpmn.DIAGRAM, "BPMNShape") && Tree.children(e, Bpmn.SHAPES, "Bounds").findFirst().isPresent()) {
        drawing.shapes.add(of);
      } else if (Tree.is(e, Bpmn.DIAGRAM, "BPMNEdge")) {
        drawing.edges.put(of, segments(Tree.children(e, Bpmn.LINES, "waypoint").toList()));
      }
    }
    return drawing;
  }

  /** The segments of a flow; none if it is not drawn. */
  List<Segment> edge(DrawnFlow flow) {
    return edges.getOrDefault(flow.id(), List.of());
  }

  private static List<Segment> segments(List<Element> points) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Element a = points.get(i - 1);
      Element b = points.get(i);
      segments.add(new Segment(number(a, "x"), number(a, "y"), number(b, "x"), number(b, "y")));
    }
    return segments.stream().filter(Segment::isSomewhere).toList();
  }

  private static double number(Element element, String attribute) {
    try {
      return Double.parseDouble(element.getAttribute(attribute));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
