package io.stile.engine.camunda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Decision tables that try to run code. */
public final class HostileDecisions {

  private static final String CANARY = "''.getClass().forName('io.stile.engine.camunda.Canary').getMethod('sing').invoke(null)";

  private HostileDecisions() {}

  /** A decision with this output entry. */
  public static String table(String output, String language) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn'
            id='d' name='d' namespace='urn:hostile' %s><decision id='hostile-decision' name='h' camunda:historyTimeToLive='P1D'>
        <decisionTable id='dt'><input id='i'><inputExpression id='ie' typeRef='string'><text>"a"</text></inputExpression></input>
        <output id='o' name='o' typeRef='string'/>
        <rule id='r'><inputEntry id='re'><text></text></inputEntry><outputEntry id='ro'>%s</outputEntry></rule>
        </decisionTable></decision></definitions>""".formatted(language, output);
  }

  /** Each way to name another language than FEEL, with and without the signs of an expression. */
  public static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    String benign = table("<text>\"b\"</text>", "");
    Stream.of("juel", "JUEL", "groovy", "javascript", "python").forEach(language -> {
      String named = " expressionLanguage='" + language + "'";
      Stream.of(CANARY, "${" + CANARY + "}").forEach(call -> {
        String form = language + (call.startsWith("$") ? " in braces" : "");
        all.put(form + " for the whole file", table("<text>" + call + "</text>", named));
        all.put(form + " output", benign.replace("<outputEntry id='ro'><text>\"b\"",
            "<outputEntry id='ro'" + named + "><text>" + call));
        all.put(form + " input entry", benign.replace("<inputEntry id='re'><text>",
            "<inputEntry id='re'" + named + "><text>" + call));
        all.put(form + " input", benign.replace("typeRef='string'><text>\"a\"", "typeRef='string'" + named + "><text>" + call));
        all.put(form + " literal", benign.replaceFirst("(?s)<decisionTable.*</decisionTable>", java.util.regex.Matcher
            .quoteReplacement("<literalExpression id='le'" + named + "><text>" + call + "</text></literalExpression>")));
      });
    });
    all.put("Java function of FEEL", table("<text>{f: function(x) external {java: {class: \"io.stile.engine.camunda.Canary\", "
        + "method signature: \"sing()\"}}, r: f(1)}.r</text>", ""));
    all.put("loop without end", table("<text>count(for x in 1..25000000 return x)</text>", ""));
    all.put("pattern without end", table("<text>matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")</text>", ""));
    all.put("loops in a condition", table("<text>\"b\"</text>", "").replace("<inputEntry id='re'><text>",
        "<inputEntry id='re'><text>some x in [1,2,3] satisfies x = 1"));
    return all;
  }
}
