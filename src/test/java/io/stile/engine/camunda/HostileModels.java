package io.stile.engine.camunda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Models that try to run code, by the place in which they do. A place's {@code @} stands for the expression to try. */
public final class HostileModels {

  /** Has a class of ours loaded and called. */
  public static final String CALL = "${''.getClass().forName('io.stile.engine.camunda.Canary').getMethod('sing').invoke(null)}";
  private static final String HEAD = """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:activiti="http://activiti.org/bpmn" xmlns:fox="http://www.camunda.com/fox" xmlns:x="urn:x"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:hostile" id="d">
      """;

  private HostileModels() {}

  /** A process that starts and goes to the element {@code t} of the body. */
  public static String process(String body) {
    return process("camunda:historyTimeToLive='P1D'", body, "");
  }

  static String process(String attributes, String body, String beside) {
    return HEAD + "<process id='hostile' name='Hostile' isExecutable='true' " + attributes + "><startEvent id='s'/>"
        + "<sequenceFlow id='f' sourceRef='s' targetRef='t'/>" + body + "</process>" + beside + "</definitions>";
  }

  private static String task(String attributes, String children) {
    return process("<userTask id='t' " + attributes + ">" + children + "</userTask>");
  }

  private static String extension(String content) {
    return task("", "<extensionElements>" + content + "</extensionElements>");
  }

  private static String service(String attributes) {
    return process("<serviceTask id='t' " + attributes + "/>");
  }

  private static String timer(String definition) {
    return process("<intermediateCatchEvent id='t'><timerEventDefinition id='td'>" + definition
        + "</timerEventDefinition></intermediateCatchEvent>");
  }

  private static String flow(String condition) {
    return process("<exclusiveGateway id='t'/><endEvent id='e'/><sequenceFlow id='g' sourceRef='t' targetRef='e'>"
        + "<conditionExpression xsi:type='tFormalExpression'>" + condition + "</conditionExpression></sequenceFlow>");
  }

  private static String call(String content, String attributes) {
    return process("<callActivity id='t' calledElement='other' " + attributes + "><extensionElements>" + content
        + "</extensionElements></callActivity>");
  }

  private static String loop(String content, String attributes) {
    return task("", "<multiInstanceLoopCharacteristics " + attributes + ">" + content
        + "</multiInstanceLoopCharacteristics>");
  }

  /** The places in which the engine evaluates an expression, by what they are. */
  public static Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    Stream.of("assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority", "formKey", "formRef")
        .forEach(name -> places.put("task " + name, task("camunda:" + name + "='@'", "")));
    Stream.of("topic", "taskPriority", "resultVariable", "expression", "delegateExpression")
        .forEach(name -> places.put("service " + name, service("camunda:type='external' camunda:" + name + "='@'")));
    places.put("task name", task("name='@'", ""));
    places.put("documentation", task("", "<documentation>@</documentation>"));
    places.put("human performer", task("", "<humanPerformer><resourceAssignmentExpression><formalExpression>@"
        + "</formalExpression></resourceAssignmentExpression></humanPerformer>"));
    places.put("potential owner", task("", "<potentialOwner><resourceAssignmentExpression><formalExpression>@"
        + "</formalExpression></resourceAssignmentExpression></potentialOwner>"));
    places.put("form field label", extension("<camunda:formData><camunda:formField id='a' type='string' label='@'/>"
        + "</camunda:formData>"));
    places.put("form field default", extension("<camunda:formData><camunda:formField id='a' type='string' "
        + "defaultValue='@'/></camunda:formData>"));
    places.put("form property", extension("<camunda:formProperty id='a' expression='@'/>"));
    places.put("input parameter", extension("<camunda:inputOutput><camunda:inputParameter name='a'>@"
        + "</camunda:inputParameter></camunda:inputOutput>"));
    places.put("list in a parameter", extension("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:list>"
        + "<camunda:value>@</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>"));
    places.put("map key in a parameter", extension("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map>"
        + "<camunda:entry key='@'>v</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>"));
    places.put("output parameter", extension("<camunda:inputOutput><camunda:outputParameter name='a'>@"
        + "</camunda:outputParameter></camunda:inputOutput>"));
    places.put("foreign child of a parameter", extension("<camunda:inputOutput><camunda:inputParameter name='a'>"
        + "<x:any>@</x:any></camunda:inputParameter></camunda:inputOutput>"));
    places.put("timer date", timer("<timeDate xsi:type='tFormalExpression'>@</timeDate>"));
    places.put("timer duration", timer("<timeDuration xsi:type='tFormalExpression'>@</timeDuration>"));
    places.put("timer cycle", timer("<timeCycle xsi:type='tFormalExpression'>@</timeCycle>"));
    places.put("start timer", process("<startEvent id='t0'><timerEventDefinition id='td'><timeDate "
        + "xsi:type='tFormalExpression'>@</timeDate></timerEventDefinition></startEvent><userTask id='t'/>"));
    places.put("condition", flow("@"));
    places.put("conditional event", process("<intermediateCatchEvent id='t'><conditionalEventDefinition id='cd'>"
        + "<condition xsi:type='tFormalExpression'>@</condition></conditionalEventDefinition></intermediateCatchEvent>"));
    places.put("loop cardinality", loop("<loopCardinality>@</loopCardinality>", ""));
    places.put("loop collection", loop("", "camunda:collection='@' camunda:elementVariable='v'"));
    places.put("completion condition", loop("<loopCardinality>2</loopCardinality><completionCondition>@"
        + "</completionCondition>", ""));
    places.put("message name", process("camunda:historyTimeToLive='P1D'", "<receiveTask id='t' messageRef='m'/>",
        "<message id='m' name='@'/>"));
    places.put("signal name", process("camunda:historyTimeToLive='P1D'", "<intermediateCatchEvent id='t'>"
        + "<signalEventDefinition id='sd' signalRef='m'/></intermediateCatchEvent>", "<signal id='m' name='@'/>"));
    places.put("error message", process("camunda:historyTimeToLive='P1D'", "<endEvent id='t'><errorEventDefinition "
        + "id='ed' errorRef='m'/></endEvent>", "<error id='m' errorCode='1' camunda:errorMessage='@'/>"));
    places.put("called element", process("<callActivity id='t' calledElement='@'/>"));
    Stream.of("calledElementVersion", "calledElementVersionTag", "calledElementTenantId", "variableMappingDelegateExpression")
        .forEach(name -> places.put(name, call("", "camunda:calledElementBinding='version' camunda:" + name + "='@'")));
    places.put("in source expression", call("<camunda:in sourceExpression='@' target='a'/>", ""));
    places.put("out source expression", call("<camunda:out sourceExpression='@' target='a'/>", ""));
    places.put("in business key", call("<camunda:in businessKey='@'/>", ""));
    Stream.of("decisionRef", "decisionRefVersion", "decisionRefVersionTag", "decisionRefTenantId")
        .forEach(name -> places.put(name, process("<businessRuleTask id='t' camunda:" + name + "='@'/>")));
    places.put("job priority", task("camunda:asyncBefore='true' camunda:jobPriority='@'", ""));
    places.put("process task priority", process("camunda:historyTimeToLive='P1D' camunda:taskPriority='@'",
        "<userTask id='t'/>", ""));
    places.put("retry cycle", extension("<camunda:failedJobRetryTimeCycle>@</camunda:failedJobRetryTimeCycle>"));
    places.put("fox retry cycle", extension("<fox:failedJobRetryTimeCycle>@</fox:failedJobRetryTimeCycle>"));
    places.put("error of an external task", process("<serviceTask id='t' camunda:type='external' camunda:topic='a'>"
        + "<extensionElements><camunda:errorEventDefinition id='ee' errorRef='m' expression='@'/></extensionElements>"
        + "</serviceTask>"));
    places.put("activiti assignee", task("activiti:assignee='@'", ""));
    places.put("extension property", extension("<camunda:properties><camunda:property name='sla' value='@'/>"
        + "</camunda:properties>"));
    return places;
  }

  /** Ways to name code beside expressions. */
  public static Map<String, String> code() {
    Map<String, String> code = new LinkedHashMap<>();
    String canary = "io.stile.engine.camunda.Canary";
    Stream.of("juel", "JUEL", "groovy", "javascript", "python", "feel").forEach(language -> {
      code.put(language + " script task", process("<scriptTask id='t' scriptFormat='" + language + "'><script>"
          + CALL + "</script></scriptTask>"));
      code.put(language + " execution listener", extension("<camunda:executionListener event='start'><camunda:script "
          + "scriptFormat='" + language + "'>" + CALL + "</camunda:script></camunda:executionListener>"));
      code.put(language + " task listener", extension("<camunda:taskListener event='create'><camunda:script "
          + "scriptFormat='" + language + "'>" + CALL + "</camunda:script></camunda:taskListener>"));
      code.put(language + " parameter", extension("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script "
          + "scriptFormat='" + language + "'>" + CALL + "</camunda:script></camunda:inputParameter></camunda:inputOutput>"));
      code.put(language + " condition", flow("1").replace("'tFormalExpression'>",
          "'tFormalExpression' language='" + language + "'>"));
    });
    code.put("script without a language", process("<scriptTask id='t'><script>" + CALL + "</script></scriptTask>"));
    code.put("script resource", process("<scriptTask id='t' scriptFormat='juel' "
        + "camunda:resource='classpath://application.yaml'/>"));
    code.put("condition resource", flow("").replace("'tFormalExpression'>",
        "'tFormalExpression' camunda:resource='deployment://a'>"));
    code.put("foreign script in a parameter", extension("<camunda:inputOutput><camunda:inputParameter name='a'><x:script "
        + "scriptFormat='juel'>" + CALL + "</x:script></camunda:inputParameter></camunda:inputOutput>"));
    Stream.of("serviceTask", "sendTask", "businessRuleTask").forEach(element -> {
      code.put(element + " class", process("<" + element + " id='t' camunda:class='" + canary + "'/>"));
      code.put(element + " activiti class", process("<" + element + " id='t' activiti:class='" + canary + "'/>"));
      code.put(element + " delegate", process("<" + element + " id='t' camunda:delegateExpression='${canary}'/>"));
      code.put(element + " expression", process("<" + element + " id='t' camunda:expression='${canary}'/>"));
      Stream.of("shell", "SHELL", "mail", "mule").forEach(type -> code.put(element + " " + type,
          process("<" + element + " id='t' camunda:type='" + type + "'><extensionElements><camunda:field name='command' "
              + "stringValue='id'/></extensionElements></" + element + ">")));
    });
    code.put("shell by its class", process("<serviceTask id='t' camunda:class="
        + "'org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior'/>"));
    code.put("throw event class", process("<intermediateThrowEvent id='t'><messageEventDefinition id='md' "
        + "camunda:class='" + canary + "'/></intermediateThrowEvent>"));
    code.put("execution listener class", extension("<camunda:executionListener event='start' class='" + canary + "'/>"));
    code.put("task listener class", extension("<camunda:taskListener event='create' class='" + canary + "'/>"));
    code.put("process listener", process("<extensionElements><camunda:executionListener event='start' class='" + canary
        + "'/></extensionElements><userTask id='t'/>").replace("<startEvent id='s'/>", "")
        .replace("</extensionElements>", "</extensionElements><startEvent id='s'/>"));
    code.put("variable mapping class", call("", "camunda:variableMappingClass='" + canary + "'"));
    code.put("form handler", task("camunda:formHandlerClass='" + canary + "'", ""));
    code.put("activiti form handler", task("activiti:formHandlerClass='" + canary + "'", ""));
    code.put("validator", extension("<camunda:formData><camunda:formField id='a' type='string'><camunda:validation>"
        + "<camunda:constraint name='validator' config='" + canary + "'/></camunda:validation></camunda:formField>"
        + "</camunda:formData>"));
    code.put("connector", process("<serviceTask id='t'><extensionElements><camunda:connector><camunda:connectorId>"
        + "http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>"));
    code.put("operation of a web service", process("<serviceTask id='t' implementation='##WebService' operationRef='o'/>"));
    code.put("web service by implementation", process("<serviceTask id='t' implementation='urn:x'/>"));
    code.put("language of the whole file", flow("1").replace("id=\"d\">", "id='d' expressionLanguage='groovy'>"));
    return code;
  }

  /** Timers that never end or flood. */
  public static Map<String, String> timers() {
    Map<String, String> timers = new LinkedHashMap<>();
    Stream.of("R/PT0S", "R/2000-01-01T00:00:00Z/PT1S", "R/PT1S", "R1000000/PT1S", "R3/PT10S", "0/1 * * * * ?")
        .forEach(cycle -> {
          timers.put("cycle " + cycle, timer("<timeCycle xsi:type='tFormalExpression'>" + cycle + "</timeCycle>"));
          timers.put("duration " + cycle, timer("<timeDuration xsi:type='tFormalExpression'>" + cycle + "</timeDuration>"));
          timers.put("date " + cycle, timer("<timeDate xsi:type='tFormalExpression'>" + cycle + "</timeDate>"));
        });
    Stream.of("PT0S", "P0D", "PT0.001S", "P", "PT", "${tryAgainAt}", "P1Y").forEach(duration -> timers.put(
        "duration " + duration, timer("<timeDuration xsi:type='tFormalExpression'>" + duration + "</timeDuration>")));
    Stream.of("R/PT0S", "R1000000/PT0S", "PT0S", "R5/PT0S", "PT1S,PT0S", "${retries}").forEach(cycle -> timers.put(
        "retries " + cycle, extension("<camunda:failedJobRetryTimeCycle>" + cycle + "</camunda:failedJobRetryTimeCycle>")));
    Stream.of("${a}${b}", "${a + b}", "tomorrow", "2026-01-01T00:00:00").forEach(date -> timers.put("date " + date,
        timer("<timeDate xsi:type='tFormalExpression'>" + date + "</timeDate>")));
    return timers;
  }
}
