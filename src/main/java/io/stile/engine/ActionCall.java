package io.stile.engine;

/** One service task that runs an {@link Action}. */
public interface ActionCall {

  /** The case that it is for. */
  CaseKey caseKey();

  /** Id of the process that calls: a request type's or a protocol's. */
  String process();

  /** What the protocol is about: the late task of an escalation, the promise that is watched; else null. */
  String subject();

  /** A fact that the process carries, null if it has none of that name. */
  Object fact(String name);

  /**
   * Lets the process carry a fact from now on.
   *
   * @param value text, Long or Boolean, or null
   */
  void setFact(String name, Object value);
}
