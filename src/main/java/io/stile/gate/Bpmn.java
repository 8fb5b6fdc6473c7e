package io.stile.gate;

import java.util.Set;

/** The names of BPMN and of the engine's extensions. */
final class Bpmn {

  static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String SHAPES = "http://www.omg.org/spec/DD/20100524/DC";
  static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  static final Set<String> NAMESPACES = Set.of(MODEL, CAMUNDA, DIAGRAM, SHAPES, LINES, XSI);
  /** The one property chain that an expression may follow; modelers write it by themselves. */
  static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

  private Bpmn() {}
}
