const { Segment } = require('./segment');

/** What is drawn of a model, by the element of the moddle tree: which shapes have a box, and flows as their segments, in pixels. */
class Drawing {
  static of(definitions) {
    const drawing = new Drawing();
    for (const diagram of definitions.diagrams ?? []) {
      (diagram.plane?.planeElement ?? []).forEach(drawn => drawing.#add(drawn));
    }
    return drawing;
  }

  shapes = new Set();
  edges = new Map();

  /** The segments of a flow; none if it is not drawn. */
  edge(flow) {
    return this.edges.get(flow.element) ?? [];
  }

  #add(drawn) {
    if (drawn.$type === 'bpmndi:BPMNShape' && drawn.bounds) {
      this.shapes.add(drawn.bpmnElement);
    } else if (drawn.$type === 'bpmndi:BPMNEdge') {
      this.edges.set(drawn.bpmnElement, segments(drawn.waypoint ?? []));
    }
  }
}

function segments(points) {
  return points.slice(1).map((end, i) => new Segment(points[i], end)).filter(segment => segment.isSomewhere);
}

module.exports = { Drawing };
