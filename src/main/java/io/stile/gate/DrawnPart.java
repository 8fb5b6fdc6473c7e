package io.stile.gate;

import org.w3c.dom.Element;

/** A node or a flow of a model. */
interface DrawnPart {

  Element element();

  default String id() {
    return element().getAttribute("id");
  }

  /** The label; empty if there is none. */
  default String name() {
    return element().getAttribute("name");
  }

  /** Something wrong with it, at a place in it. */
  default Advice advice(String place, String message) {
    return Advice.on(element(), place, message);
  }
}
