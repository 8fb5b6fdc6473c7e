package io.stile.gate;

import org.w3c.dom.Element;

/**
 * What a rule of good modelling finds.
 *
 * @param element id of what it concerns
 * @param place   where in it: an attribute, a property; empty if all of it is meant
 * @param message what was found and what to do instead
 */
record Advice(String element, String place, String message) {

  static Advice on(Element element, String place, String message) {
    return new Advice(Tree.idOf(element), place, message);
  }

  Finding by(ModellingRule rule) {
    return new Finding(element, place, rule.key(), Severity.MODELLING, message);
  }
}
