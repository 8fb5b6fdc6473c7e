package io.stile.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

  private static FormSchema of(String... components) {
    return FormTestKit.of(components);
  }

  @Test
  void readsTheFieldsOfARealForm() {
    FormSchema form = FormTestKit.form("start.form");
    assertThat(form.id()).isEqualTo("phone-swap.start");
    assertThat(form.json()).isEqualTo(FormTestKit.text("start.form"));
    assertThat(form.fields()).extracting(FormField::key)
        .containsExactly("fault", "imei", "email", "phone", "damage", "otherDamage", "backedUp");
    assertThat(form.fields().get(4)).isEqualTo(new FormField("damage", "Damage", FormFieldType.RADIO, false, false, true,
        List.of(new FormOption("Screen", "screen"), new FormOption("Water", "water"), new FormOption("Something else", "other"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"start.form", "agree-plan.form", "chain.form"})
  void realFormsHaveNoExpressionThatCannotBeEvaluated(String file) {
    assertThat(FormTestKit.form(file).expressionProblems(FormTestKit.FEEL)).isEmpty();
  }

  @Test
  void namesTheFieldsWhoseExpressionsCannotBeEvaluated() {
    FormSchema form = of(
        "'type':'number','key':'n','validate':{'min':'=1 +','max':'=2 ** 9'}",
        "'type':'textfield','key':'t','readonly':'=a, b','conditional':{'hide':'=(('}");
    assertThat(form.expressionProblems(FormTestKit.FEEL)).hasSize(4).allMatch(problem -> problem.startsWith("form test.form, field "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "iframe", "image", "table", "filepicker", "documentPreview", "dynamiclist", "expression", "script",
      "Textfield", ""})
  void refusesComponentsWhoseAnswersCannotBeChecked(String type) {
    assertThatThrownBy(() -> of("'type':'" + type + "','key':'a','id':'a'")).isInstanceOf(FormSchemaException.class)
        .hasMessageContaining("test.form, field a").hasMessageContaining("not supported");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      'type':'textfield'                                                  | key must be a name
      'type':'textfield','key':'a.b'                                      | answers are not nested
      'type':'textfield','key':'a b'                                      | key must be a name
      'type':'textfield','key':5                                          | key must be text
      'type':'group','path':'order','components':[]                       | a group with a path
      'type':'group','components':{}                                      | components must be a list
      'type':'textfield','key':'a','conditional':{'hide':'true'}          | must be an expression that begins with "="
      'type':'textfield','key':'a','readonly':'yes'                       | must be an expression that begins with "="
      'type':'textfield','key':'a','disabled':'=x'                        | disabled must be true or false
      'type':'textfield','key':'a','validate':{'required':'true'}         | required must be true or false
      'type':'textfield','key':'a','validate':{'min':1}                   | validate.min is not supported here
      'type':'textfield','key':'a','validate':{'minlength':1}             | validate.minlength is not supported here
      'type':'textfield','key':'a','validate':{'minLength':'many'}        | minLength must be a number
      'type':'textfield','key':'a','validate':{'pattern':'['}             | brackets without an end
      'type':'textfield','key':'a','validate':{'validationType':'iban'}   | must be email, phone or custom
      'type':'textfield','key':'a','defaultValue':5                       | defaultValue is wrong
      'type':'number','key':'a','decimalDigits':1.5                       | decimalDigits must be a whole number
      'type':'number','key':'a','decimalDigits':-1                        | decimalDigits must be a whole number
      'type':'number','key':'a','increment':-1                            | increment must be more than 0
      'type':'number','key':'a','increment':1e999999                      | increment must be a number
      'type':'number','key':'a','validate':{'pattern':'x'}                | validate.pattern is not supported here
      'type':'checkbox','key':'a','validate':{'min':1}                    | validate.min is not supported here
      'type':'select','key':'a'                                           | exactly one of values
      'type':'select','key':'a','values':[],'valuesKey':'x'               | exactly one of values
      'type':'select','key':'a','valuesKey':''                            | valuesKey is empty
      'type':'select','key':'a','valuesExpression':'x'                    | must be an expression
      'type':'radio','key':'a','values':['x','x']                         | has the value x twice
      'type':'radio','key':'a','values':[{'label':'A','value':{'b':1}}]   | values must be options
      'type':'radio','key':'a','values':[null]                            | values must be options
      'type':'datetime','key':'a','subtype':'week'                        | subtype must be one of date, time, datetime
      'type':'datetime','key':'a','timeSerializingFormat':'local'         | timeSerializingFormat must be one of
      """)
  void refusesRulesThatCannotBeEnforcedAndSaysWhere(String component, String why) {
    assertThatThrownBy(() -> of(component)).isInstanceOf(FormSchemaException.class).hasMessageContaining("form test.form")
        .hasMessageContaining(why);
  }

  @Test
  void refusesTheSameKeyOrIdTwice() {
    assertThatThrownBy(() -> of("'type':'textfield','key':'a'", "'type':'group','components':[{'type':'number','key':'a'}]"))
        .hasMessageContaining("the key \"a\" is used twice");
    assertThatThrownBy(() -> of("'type':'text','id':'a'", "'type':'text','id':'a'")).hasMessageContaining("the id \"a\" is used twice");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "null", "[]", "5", "{", "{}", "{\"id\":5}", "{\"id\":\"a\"}", "{\"id\":\"a\",\"type\":\"default\"} x",
      "{\"id\":\"a\",\"id\":\"b\",\"type\":\"default\"}", "{\"id\":\"a\",\"type\":\"default\",\"schemaVersion\":20}",
      "{\"id\":\"a\",\"type\":\"default\",\"components\":[null]}", "{\"id\":\"a\",\"type\":\"default\",\"components\":[[]]}"})
  void refusesWhatIsNoForm(String json) {
    assertThatThrownBy(() -> FormSchema.parse(json)).isInstanceOf(FormSchemaException.class);
  }

  @Test
  void refusesFormsThatAreTooDeepOrTooLong() {
    String deep = "{\"type\":\"group\",\"components\":[".repeat(200) + "]}".repeat(200);
    assertThatThrownBy(() -> FormSchema.parse("{\"id\":\"a\",\"type\":\"default\",\"components\":[" + deep + "]}"))
        .isInstanceOf(FormSchemaException.class).hasMessageContaining("10 deep");
    assertThatThrownBy(() -> FormSchema.parse("[".repeat(100_000))).isInstanceOf(FormSchemaException.class);
    assertThatThrownBy(() -> FormSchema.parse(" ".repeat(500_001))).isInstanceOf(FormSchemaException.class);
  }

  @Test
  void describesAnswersForPeople() {
    Map<String, Object> values = new HashMap<>();
    values.put("customerName", "Ann <b>Miller</b> ${7*7}");
    values.put("openBalanceCents", 1200L);
    values.put("plan", "s");
    values.put("dataGigabytes", 5.5);
    values.put("options", List.of("roaming", "twin"));
    values.put("country", "FR");
    values.put("discountReason", null);
    values.put("startsOn", "2031-05-04");
    values.put("callAt", "2031-05-04T10:30+02:00");
    values.put("lunch", "12:15");
    values.put("price", "12.50");
    values.put("stranger", "x");
    Map<String, Object> given = Map.of("plans", List.of(Map.of("label", "Small", "value", "s")),
        "countries", List.of(Map.of("name", "France", "code", "FR")));
    FormSchema form = FormTestKit.form("agree-plan.form");
    assertThat(form.describe(values, given, FormTestKit.FEEL)).extracting(FormLine::label, FormLine::value).containsExactly(
        tuple("Customer", "Ann <b>Miller</b> ${7*7}"),
        tuple("Open balance", "1200 cent"),
        tuple("New plan", "Small"),
        tuple("Data", "5.5 GB"),
        tuple("Options", "Roaming, Second SIM"),
        tuple("Roaming in", "France"),
        tuple("Starts on", "4 May 2031"),
        tuple("Call on", "4 May 2031, 10:30 UTC+02:00"),
        tuple("Lunch", "12:15"),
        tuple("Price", "12.50"));
    assertThat(form.describe(values)).contains(new FormLine("New plan", "s"), new FormLine("Roaming in", "FR"));
    assertThat(form.describe(null)).isEmpty();
    assertThat(FormTestKit.form("start.form").describe(Map.of("backedUp", false, "damage", "water")))
        .containsExactly(new FormLine("Damage", "Water"), new FormLine("The customer has a copy of the data", "no"));
  }

  @Test
  void takesAnotherLabelWhereTheFormsIsMissingOrComputed() {
    FormSchema form = of("'type':'datetime','key':'a','dateLabel':'Day'", "'type':'textfield','key':'b'",
        "'type':'textfield','key':'c','label':'{{x}}'", "'type':'textfield','key':'d','label':'=x'");
    assertThat(form.fields()).extracting(FormField::label).containsExactly("Day", "b", "c", "d");
  }
}
