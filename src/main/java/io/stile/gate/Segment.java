package io.stile.gate;

import java.util.stream.DoubleStream;

/** A straight piece of a drawn flow, from its first point to its second; in pixels. */
record Segment(double x1, double y1, double x2, double y2) {

  boolean isSomewhere() {
    return DoubleStream.of(x1, y1, x2, y2).allMatch(Double::isFinite);
  }

  double left() {
    return Math.min(x1, x2);
  }

  double right() {
    return Math.max(x1, x2);
  }

  double top() {
    return Math.min(y1, y2);
  }

  double bottom() {
    return Math.max(y1, y2);
  }

  /** Whether each lies on both sides of the other: a real crossing, not a meeting. */
  boolean crosses(Segment o) {
    return side(o.x1, o.y1) * side(o.x2, o.y2) < 0 && o.side(x1, y1) * o.side(x2, y2) < 0;
  }

  /** Whether the two have at least one point in common. */
  boolean touches(Segment o) {
    return crosses(o) || holds(o.x1, o.y1) || holds(o.x2, o.y2) || o.holds(x1, y1) || o.holds(x2, y2);
  }

  private boolean holds(double x, double y) {
    return side(x, y) == 0 && x >= left() && x <= right() && y >= top() && y <= bottom();
  }

  /** -1 and 1 for the two sides of the line, 0 on it. */
  private double side(double x, double y) {
    return Math.signum((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  }
}
