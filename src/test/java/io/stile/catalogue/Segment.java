package io.stile.catalogue;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A straight piece of a drawn flow, from its first point to its second; in pixels. */
record Segment(double x1, double y1, double x2, double y2) {

  /** Whether the two have at least one point in common. */
  boolean touches(Segment o) {
    return Line2D.linesIntersect(x1, y1, x2, y2, o.x1, o.y1, o.x2, o.y2);
  }

  /** Whether each lies on both sides of the other: a real crossing, not a meeting. */
  boolean crosses(Segment o) {
    return ccw(o.x1, o.y1) * ccw(o.x2, o.y2) < 0 && o.ccw(x1, y1) * o.ccw(x2, y2) < 0;
  }

  /** Whether it runs through the inside of a box; along its border does not count. */
  boolean enters(Rectangle2D box) {
    Rectangle2D inside = new Rectangle2D.Double(box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2);
    return inside.intersectsLine(x1, y1, x2, y2);
  }

  boolean goesRightAlong(double y) {
    return y1 == y && y2 == y && x2 > x1;
  }

  private int ccw(double px, double py) {
    return Line2D.relativeCCW(x1, y1, x2, y2, px, py);
  }
}
