package io.stile.engine.camunda;

import java.util.LinkedHashMap;
import java.util.Map;

/** Models that would keep the engine busy without end, by how they do it. Each is a process of the id {@code hostile}. */
public final class HostileCourses {

  private static final String PLAIN = "camunda:historyTimeToLive='P1D'";

  private HostileCourses() {}

  private static String flow(String id, String from, String to) {
    return "<sequenceFlow id='" + id + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
  }

  private static String thrower(String id, String definition) {
    return "<intermediateThrowEvent id='" + id + "'>" + definition + "</intermediateThrowEvent>";
  }

  /** Ways round that never wait. */
  public static Map<String, String> loops() {
    Map<String, String> loops = new LinkedHashMap<>();
    loops.put("gateways", HostileModels.process("<exclusiveGateway id='t'/><exclusiveGateway id='g'/>" + flow("f1", "t", "g") + flow("f2", "g", "t")));
    loops.put("tasks", HostileModels.process("<manualTask id='t'/><task id='a'/>" + flow("f1", "t", "a") + flow("f2", "a", "t")));
    loops.put("forks", HostileModels.process("<parallelGateway id='t'/><task id='a'/><task id='b'/>" + flow("f1", "t", "a") + flow("f2", "t", "b")
        + flow("f3", "a", "c") + flow("f4", "b", "c") + "<exclusiveGateway id='c'/>" + flow("f5", "c", "t")));
    loops.put("links", HostileModels.process(thrower("t", "<linkEventDefinition id='l1' name='again'/>")
        + "<intermediateCatchEvent id='c'><linkEventDefinition id='l2' name='again'/></intermediateCatchEvent>" + flow("f1", "c", "t")));
    loops.put("errors", HostileModels.process(PLAIN, "<subProcess id='t'><startEvent id='s1'/><endEvent id='e1'><errorEventDefinition id='d1' errorRef='x'/>"
        + "</endEvent>" + flow("f1", "s1", "e1") + "</subProcess><boundaryEvent id='b' attachedToRef='t'><errorEventDefinition id='d2' errorRef='x'/></boundaryEvent>"
        + flow("f2", "b", "t"), "<error id='x' errorCode='x'/>"));
    loops.put("escalations", HostileModels.process(PLAIN, "<subProcess id='t'><startEvent id='s1'/><endEvent id='e1'><escalationEventDefinition id='d1'"
        + " escalationRef='x'/></endEvent>" + flow("f1", "s1", "e1") + "</subProcess><boundaryEvent id='b' attachedToRef='t' cancelActivity='true'>"
        + "<escalationEventDefinition id='d2' escalationRef='x'/></boundaryEvent>" + flow("f2", "b", "t"), "<escalation id='x' escalationCode='x'/>"));
    loops.put("compensations", HostileModels.process("<task id='t'/><boundaryEvent id='b' attachedToRef='t'><compensateEventDefinition id='d1'/></boundaryEvent>"
        + "<task id='h' isForCompensation='true'/><association id='as' sourceRef='b' targetRef='h' associationDirection='One'/>"
        + thrower("c", "<compensateEventDefinition id='d2'/>") + flow("f1", "t", "c") + flow("f2", "c", "t")));
    loops.put("signals to oneself", HostileModels.process(PLAIN, thrower("t", "<signalEventDefinition id='d1' signalRef='x'/>") + "<userTask id='w'"
        + " camunda:candidateGroups='role-owner'/>" + flow("f1", "t", "w") + "<subProcess id='es' triggeredByEvent='true'><startEvent id='s1' isInterrupting='false'>"
        + "<signalEventDefinition id='d2' signalRef='x'/></startEvent>" + thrower("t2", "<signalEventDefinition id='d3' signalRef='x'/>")
        + flow("f2", "s1", "t2") + "</subProcess>", "<signal id='x' name='hostile.again'/>"));
    loops.put("a call of itself", HostileModels.process("<callActivity id='t' calledElement='hostile'/>"));
    return loops;
  }

  /** Work that is done too often. */
  public static Map<String, String> repetitions() {
    Map<String, String> repetitions = new LinkedHashMap<>();
    for (String times : new String[] {"1000000", "2147483647", "101", "${10000*10000}"}) {
      repetitions.put(times + " at once", several(times, "false"));
      repetitions.put(times + " in a row", several(times, "true"));
    }
    repetitions.put("many of many", HostileModels.process("<subProcess id='t'>" + loop("100", "false") + "<startEvent id='s1'/>" + "<task id='a'>"
        + loop("100", "false") + "</task>" + flow("f1", "s1", "a") + "</subProcess>"));
    return repetitions;
  }

  private static String several(String times, String isSequential) {
    return HostileModels.process("<task id='t'>" + loop(times, isSequential) + "</task>");
  }

  private static String loop(String times, String isSequential) {
    return "<multiInstanceLoopCharacteristics isSequential='" + isSequential + "'><loopCardinality>" + times
        + "</loopCardinality></multiInstanceLoopCharacteristics>";
  }
}
