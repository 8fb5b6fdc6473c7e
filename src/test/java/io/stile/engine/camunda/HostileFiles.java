package io.stile.engine.camunda;

import java.util.LinkedHashMap;
import java.util.Map;

/** Models that are not what they seem, take what belongs to others, or are larger than what can be carried. */
public final class HostileFiles {

  private static final String BENIGN = HostileModels.process("<userTask id='t' name='Ask' camunda:candidateGroups='role-owner'/>");

  private HostileFiles() {}

  private static String with(String place, String replacement) {
    if (!BENIGN.contains(place)) {
      throw new IllegalArgumentException("nothing to replace: " + place);
    }
    return BENIGN.replace(place, replacement);
  }

  private static String start(String definition, String beside) {
    return with("<startEvent id='s'/>", "<startEvent id='s'>" + definition + "</startEvent>").replace("</definitions>", beside + "</definitions>");
  }

  /** Work that begins when nobody asked for it. */
  public static Map<String, String> selfStarters() {
    Map<String, String> starters = new LinkedHashMap<>();
    starters.put("timer", start("<timerEventDefinition id='d1'><timeDate>2031-01-01T00:00:00Z</timeDate></timerEventDefinition>", ""));
    starters.put("signal", start("<signalEventDefinition id='d1' signalRef='x'/>", "<signal id='x' name='hostile.begin'/>"));
    starters.put("message", start("<messageEventDefinition id='d1' messageRef='x'/>", "<message id='x' name='hostile.begin'/>"));
    starters.put("condition", start("<conditionalEventDefinition id='d1'><condition>${true}</condition></conditionalEventDefinition>", ""));
    starters.put("receive task", with("<userTask id='t' name='Ask' camunda:candidateGroups='role-owner'/>",
        "<userTask id='t' camunda:candidateGroups='role-owner'/><receiveTask id='r' instantiate='true' messageRef='x'/>")
        .replace("</definitions>", "<message id='x' name='hostile.begin'/></definitions>"));
    return starters;
  }

  /** Ways to take, start or stop what belongs to somebody else. */
  public static Map<String, String> thefts() {
    Map<String, String> thefts = new LinkedHashMap<>();
    thefts.put("key of a process", BENIGN.replace("id='hostile'", "id='phone-swap'"));
    thefts.put("message of another process", catching("message", "phone-swap.withdrawn"));
    thefts.put("message in other letters", catching("message", "Hostile.withdrawn"));
    thefts.put("signal of another process", HostileModels.process("camunda:historyTimeToLive='P1D'", "<intermediateThrowEvent id='t'><signalEventDefinition"
        + " id='d1' signalRef='x'/></intermediateThrowEvent>", "<signal id='x' name='phone-swap.begin'/>"));
    thefts.put("call of another process", HostileModels.process("<callActivity id='t' calledElement='phone-swap'><extensionElements><camunda:in"
        + " businessKey='#{execution.processBusinessKey}'/></extensionElements></callActivity>"));
    thefts.put("table of another process", HostileModels.process("<businessRuleTask id='t' camunda:decisionRef='phone-swap-eligibility'"
        + " camunda:decisionRefBinding='deployment' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='r'/>"));
    thefts.put("newest table", HostileModels.process("<businessRuleTask id='t' camunda:decisionRef='hostile-route' camunda:mapDecisionResult='singleEntry'"
        + " camunda:resultVariable='r'/>"));
    for (String group : new String[] {"nobody", "camunda-admin", "role-boss", "Billing", "billing,finance", ""}) {
      thefts.put("group " + group, with("role-owner", group));
    }
    for (String form : new String[] {"phone-swap.start", "javascript:alert(1)", "../phone-swap.start", "http://x/y", "embedded:app:x.html", "hostile.a/b"}) {
      thefts.put("form " + form, with("role-owner'", "role-owner' camunda:formRefBinding='deployment' camunda:formRef='" + form + "'"));
    }
    thefts.put("topic of others", HostileModels.process("<serviceTask id='t' camunda:type='external' camunda:topic='billing'/>"));
    thefts.put("action that does not exist", HostileModels.process("<serviceTask id='t'><extensionElements><camunda:properties><camunda:property name='action'"
        + " value='delete-everything'/></camunda:properties></extensionElements></serviceTask>"));
    return thefts;
  }

  private static String catching(String kind, String name) {
    return HostileModels.process("camunda:historyTimeToLive='P1D'", "<receiveTask id='t' " + kind + "Ref='x'/>", "<" + kind + " id='x' name='" + name + "'/>");
  }

  /** Files that different readers would read differently, or that say more than they show. */
  public static Map<String, String> disguises() {
    Map<String, String> disguises = new LinkedHashMap<>();
    disguises.put("document type", with("?>", "?>\n<!DOCTYPE definitions>"));
    disguises.put("external entity", with("?>", "?>\n<!DOCTYPE definitions [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>").replace("'Ask'", "'&e;'"));
    disguises.put("XML 1.1", with("version=\"1.0\"", "version=\"1.1\""));
    disguises.put("another encoding", with("UTF-8", "UTF-16"));
    disguises.put("processing instruction", with("<startEvent", "<?php echo 1?><startEvent"));
    disguises.put("comment", with("<startEvent", "<!-- <img src=x onerror=alert(1)> --><startEvent"));
    disguises.put("schema location", with("id=\"d\">", "id='d' xsi:schemaLocation='urn:y http://127.0.0.1:1/x'>"));
    disguises.put("schema without namespace", with("id=\"d\">", "id='d' xsi:noNamespaceSchemaLocation='http://127.0.0.1:1/x'>"));
    disguises.put("import", with("<process", "<import importType='http://schemas.xmlsoap.org/wsdl/' location='http://127.0.0.1:1/x' namespace='urn:y'/><process"));
    disguises.put("two processes", with("</definitions>", "<process id='second' name='b' isExecutable='true' camunda:historyTimeToLive='P1D'/></definitions>"));
    disguises.put("not executable", with("isExecutable='true'", "isExecutable='false'"));
    disguises.put("says not whether executable", with("isExecutable='true'", ""));
    disguises.put("foreign attribute", with("name='Ask'", "x:name='Ask'"));
    disguises.put("foreign element", with("<startEvent id='s'/>", "<extensionElements><x:any/></extensionElements><startEvent id='s'/>"));
    disguises.put("alias of the engine's namespace", with("name='Ask'", "activiti:assignee='kermit'"));
    disguises.put("unknown attribute of the engine", with("name='Ask'", "camunda:formKey='embedded:x'"));
    disguises.put("start by others", with("isExecutable='true'", "isExecutable='true' camunda:candidateStarterGroups='all'"));
    disguises.put("tenant", HostileModels.process("<callActivity id='t' calledElement='escalation' camunda:calledElementTenantId='x'/>"));
    disguises.put("direction of reading", with("'Ask'", "'Ask&#x202e;ksa'"));
    disguises.put("two of one id", with("<startEvent id='s'/>", "<startEvent id='s'/><task id='t'/>"));
    disguises.put("dangling reference", with("targetRef='t'", "targetRef='u'"));
    disguises.put("ad-hoc sub-process", with("<startEvent id='s'/>", "<startEvent id='s'/><adHocSubProcess id='a'/>"));
    disguises.put("complex gateway", with("<startEvent id='s'/>", "<startEvent id='s'/><complexGateway id='c'/>"));
    disguises.put("several starts", with("<startEvent id='s'/>", "<startEvent id='s'/><startEvent id='s2'/>"));
    return disguises;
  }

  /** More than can be carried. */
  public static Map<String, String> masses() {
    Map<String, String> masses = new LinkedHashMap<>();
    for (String days : new String[] {"P99999999D", "P0D", "0", "-1", "P1Y", "${days}", "", "P3651D"}) {
      masses.put("history " + days, with("historyTimeToLive='P1D'", "historyTimeToLive='" + days + "'"));
    }
    masses.put("priority of jobs", with("name='Ask'", "camunda:jobPriority='2147483647'"));
    masses.put("long name", with("'Ask'", "'" + "x".repeat(256) + "'"));
    masses.put("long documentation", with("name='Ask' camunda:candidateGroups='role-owner'/>",
        "camunda:candidateGroups='role-owner'><documentation>" + "x".repeat(4_001) + "</documentation></userTask>"));
    masses.put("many tasks", with("<startEvent id='s'/>", "<startEvent id='s'/>" + numbered("<task id='t%d'/>", 5_000)));
    masses.put("many levels", with("<startEvent id='s'/>", "<startEvent id='s'/>" + numbered("<subProcess id='p%d'>", 400) + "</subProcess>".repeat(400)));
    masses.put("many extensions", with("<startEvent id='s'/>", "<extensionElements>" + "<camunda:properties>".repeat(3_000)
        + "</camunda:properties>".repeat(3_000) + "</extensionElements><startEvent id='s'/>"));
    masses.put("a megabyte and more", with("'Ask'", "'" + "x".repeat(1_000_001) + "'"));
    return masses;
  }

  private static String numbered(String element, int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(element.formatted(i));
    }
    return all.toString();
  }

  /** The one that all others are made of: nothing is wrong with it. */
  public static String benign() {
    return BENIGN;
  }
}
