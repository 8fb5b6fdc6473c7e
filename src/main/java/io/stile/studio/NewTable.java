package io.stile.studio;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A decision table to begin with: one condition, one result, one rule that always fits; drawn. */
final class NewTable {

  private static final String FILE = """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" \
      xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_@Id@" name="@name@" \
      namespace="http://camunda.org/schema/1.0/dmn">
        <decision id="@id@" name="@name@" camunda:historyTimeToLive="P180D">
          <decisionTable id="DecisionTable_@Id@" hitPolicy="FIRST">
            <input id="Input_Tier" label="Tier of the customer">
              <inputExpression id="InputExpression_Tier" typeRef="string">
                <text>customerTier</text>
              </inputExpression>
            </input>
            <output id="Output_Result" label="Result" name="result" typeRef="string" />
            <rule id="Rule_Otherwise">
              <description>In every other case</description>
              <inputEntry id="InputEntry_Otherwise_Tier">
                <text></text>
              </inputEntry>
              <outputEntry id="OutputEntry_Otherwise">
                <text>"no"</text>
              </outputEntry>
            </rule>
          </decisionTable>
        </decision>
        <dmndi:DMNDI>
          <dmndi:DMNDiagram id="DMNDiagram_@Id@">
            <dmndi:DMNShape id="DMNShape_@Id@" dmnElementRef="@id@">
              <dc:Bounds height="80" width="180" x="160" y="100" />
            </dmndi:DMNShape>
          </dmndi:DMNDiagram>
        </dmndi:DMNDI>
      </definitions>
      """;

  private NewTable() {}

  /** @param id in small letters with hyphens */
  static String of(String id, String name) {
    String pascal = Arrays.stream(id.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    return FILE.replace("@Id@", pascal).replace("@id@", id).replace("@name@", escaped(name));
  }

  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
