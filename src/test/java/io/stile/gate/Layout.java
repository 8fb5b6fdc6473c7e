package io.stile.gate;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Where everything of a model is drawn, by the id of the element: shapes, flows as their segments, and labels; in pixels. */
record Layout(Map<String, Rectangle2D> shapes, Map<String, List<Segment>> edges, Map<String, Rectangle2D> labels) {

  static Layout of(DrawnModel model) {
    Layout layout = new Layout(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Element e : ModelXml.all(model.document().getDocumentElement())) {
      String of = e.getAttribute("bpmnElement");
      if ("BPMNShape".equals(e.getLocalName())) {
        layout.shapes.put(of, bounds(e));
      } else if ("BPMNEdge".equals(e.getLocalName())) {
        layout.edges.put(of, segments(ModelXml.children(e, "waypoint").toList()));
      }
      ModelXml.children(e, "BPMNLabel").filter(l -> !ModelXml.children(l).isEmpty()).forEach(l -> layout.labels.put(of, bounds(l)));
    }
    return layout;
  }

  private static Rectangle2D bounds(Element owner) {
    Element b = ModelXml.children(owner, "Bounds").findFirst().orElseThrow();
    return new Rectangle2D.Double(number(b, "x"), number(b, "y"), number(b, "width"), number(b, "height"));
  }

  private static List<Segment> segments(List<Element> points) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Element a = points.get(i - 1);
      Element b = points.get(i);
      segments.add(new Segment(number(a, "x"), number(a, "y"), number(b, "x"), number(b, "y")));
    }
    return segments;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
