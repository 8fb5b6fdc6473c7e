package io.stile.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormCheckTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static FormAnswers check(FormSchema form, Map<String, Object> answers, Map<String, Object> given) {
    return form.check(answers, given, FormTestKit.FEEL);
  }

  private static FormAnswers check(String component, Object answer) {
    return check(FormTestKit.of(component), Collections.singletonMap("a", answer), Map.of());
  }

  private static FieldProblem.Code code(FormAnswers answers) {
    assertThat(answers.problems()).hasSize(1);
    assertThat(answers.accepted()).isEmpty();
    return answers.problems().get(0).code();
  }

  private static Object json(String text) {
    try {
      return JSON.readValue(text.replace('\'', '"'), Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The last column is the accepted value, or the code of the problem. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      'type':'textfield','validate':{'required':true}                  | 'x'               | 'x'
      'type':'textfield','validate':{'required':true}                  | ' '               | ' '
      'type':'textfield','validate':{'required':true}                  | ''                | REQUIRED
      'type':'textfield','validate':{'required':true}                  | null              | REQUIRED
      'type':'textfield'                                               | ''                | null
      'type':'textfield'                                               | 'a\\nb\\tc'       | 'a b c'
      'type':'textarea'                                                | 'a\\nb'           | 'a\\nb'
      'type':'textfield'                                               | '<script>alert(1)</script>' | '<script>alert(1)</script>'
      'type':'textfield'                                               | '${7*7} #{x} {{y}} =1+1'    | '${7*7} #{x} {{y}} =1+1'
      'type':'textfield'                                               | '\\u0000'         | CHARACTERS
      'type':'textfield'                                               | 'a\\ud800'        | CHARACTERS
      'type':'textfield'                                               | '\\ud83d\\ude00'  | '\\ud83d\\ude00'
      'type':'textfield'                                               | 5                 | TYPE
      'type':'textfield'                                               | true              | TYPE
      'type':'textfield'                                               | ['x']             | TYPE
      'type':'textfield'                                               | {'x':1}           | TYPE
      'type':'textfield','validate':{'minLength':3}                    | 'abc'             | 'abc'
      'type':'textfield','validate':{'minLength':3}                    | ' ab '            | TOO_SHORT
      'type':'textfield','validate':{'minLength':3}                    | ''                | null
      'type':'textfield','validate':{'maxLength':3}                    | '  abc '          | '  abc '
      'type':'textfield','validate':{'maxLength':3}                    | 'abcd'            | TOO_LONG
      'type':'textfield','validate':{'maxLength':'=2 + 1'}             | 'abc'             | 'abc'
      'type':'textfield','validate':{'maxLength':'=2 + 1'}             | 'abcd'            | TOO_LONG
      'type':'textfield','validate':{'maxLength':'=unknown'}           | 'abcd'            | 'abcd'
      'type':'textfield','validate':{'pattern':'b'}                    | 'abc'             | 'abc'
      'type':'textfield','validate':{'pattern':'^b'}                   | 'abc'             | PATTERN
      'type':'textfield','validate':{'validationType':'email'}         | 'a@b.example'     | 'a@b.example'
      'type':'textfield','validate':{'validationType':'email'}         | 'a.b.example'     | EMAIL
      'type':'textfield','validate':{'validationType':'phone'}         | '+4930664040900'  | '+4930664040900'
      'type':'textfield','validate':{'validationType':'phone'}         | '030 664'         | PHONE
      'type':'number'                                                  | 5                 | 5
      'type':'number'                                                  | 5.0               | 5
      'type':'number'                                                  | -2.5              | -2.5
      'type':'number'                                                  | ''                | null
      'type':'number'                                                  | '5'               | TYPE
      'type':'number'                                                  | true              | TYPE
      'type':'number'                                                  | [5]               | TYPE
      'type':'number'                                                  | 1e400             | TYPE
      'type':'number'                                                  | 9007199254740991  | 9007199254740991
      'type':'number'                                                  | 9007199254740992  | TOO_LARGE
      'type':'number'                                                  | -1e300            | TOO_LARGE
      'type':'number','validate':{'required':true}                     | 0                 | 0
      'type':'number','validate':{'required':true}                     | null              | REQUIRED
      'type':'number','validate':{'min':1,'max':3}                     | 1                 | 1
      'type':'number','validate':{'min':1,'max':3}                     | 3                 | 3
      'type':'number','validate':{'min':1,'max':3}                     | 0                 | TOO_SMALL
      'type':'number','validate':{'min':1,'max':3}                     | 3.01              | TOO_LARGE
      'type':'number','validate':{'max':'=[1]'}                        | 3                 | FORM
      'type':'number','decimalDigits':0                                | 3                 | 3
      'type':'number','decimalDigits':0                                | 3.5               | DECIMALS
      'type':'number','decimalDigits':2                                | 0.25              | 0.25
      'type':'number','decimalDigits':2                                | 0.255             | DECIMALS
      'type':'number','increment':0.1                                  | 0.3               | 0.3
      'type':'number','increment':0.1                                  | 0.35              | INCREMENT
      'type':'number','increment':5                                    | -10               | -10
      'type':'number','serializeToString':true                         | '0.10'            | '0.10'
      'type':'number','serializeToString':true                         | '12345678901234567890' | '12345678901234567890'
      'type':'number','serializeToString':true                         | '1e5'             | '100000'
      'type':'number','serializeToString':true                         | 7                 | '7'
      'type':'number','serializeToString':true                         | 'seven'           | TYPE
      'type':'number','serializeToString':true                         | 'NaN'             | TYPE
      'type':'number','serializeToString':true                         | '1e999'           | TYPE
      'type':'number','serializeToString':true                         | '1e99'            | TOO_LARGE
      'type':'number','serializeToString':true                         | 1e300             | TOO_LARGE
      'type':'number','serializeToString':true,'validate':{'max':5}    | '5.1'             | TOO_LARGE
      'type':'checkbox'                                                | true              | true
      'type':'checkbox'                                                | null              | false
      'type':'checkbox'                                                | 'true'            | TYPE
      'type':'checkbox'                                                | 1                 | TYPE
      'type':'checkbox','validate':{'required':true}                   | true              | true
      'type':'checkbox','validate':{'required':true}                   | false             | REQUIRED
      'type':'select','values':['x',2]                                 | 'x'               | 'x'
      'type':'select','values':['x',2]                                 | 2                 | 2
      'type':'select','values':['x',2]                                 | 2.0               | 2
      'type':'select','values':['x',2]                                 | '2'               | OPTION
      'type':'select','values':['x',2]                                 | 'y'               | OPTION
      'type':'select','values':['x',2]                                 | ''                | null
      'type':'select','values':['x',2]                                 | ['x']             | TYPE
      'type':'radio','values':['x'],'validate':{'required':true}       | null              | REQUIRED
      'type':'radio','values':[{'label':'X','value':'x'}]              | 'X'               | OPTION
      'type':'select','valuesExpression':'=[1, 2]'                     | 2                 | 2
      'type':'select','valuesExpression':'=[1, 2]'                     | 3                 | OPTION
      'type':'select','valuesExpression':'=nothing'                    | 3                 | OPTION
      'type':'select','valuesKey':'absent'                             | 'x'               | OPTION
      'type':'checklist','values':['x','y']                            | ['y','x']         | ['y','x']
      'type':'checklist','values':['x','y']                            | []                | null
      'type':'checklist','values':['x','y']                            | ['z']             | OPTION
      'type':'checklist','values':['x','y']                            | ['x','x']         | OPTION
      'type':'checklist','values':['x','y']                            | 'x'               | TYPE
      'type':'checklist','values':['x','y']                            | [null]            | TYPE
      'type':'checklist','values':['x','y']                            | [['x']]           | TYPE
      'type':'checklist','values':['x'],'validate':{'required':true}   | []                | REQUIRED
      'type':'taglist','values':['x','y'],'validate':{'required':true} | ['x']             | ['x']
      'type':'datetime'                                                | '2025-02-28'      | '2025-02-28'
      'type':'datetime'                                                | '2025-02-29'      | DATE
      'type':'datetime'                                                | '28.02.2025'      | DATE
      'type':'datetime'                                                | '2025-02-28T10:00' | DATE
      'type':'datetime'                                                | 20250228          | TYPE
      'type':'datetime','validate':{'required':true}                   | ''                | REQUIRED
      'type':'datetime','disallowPassedDates':true                     | '2025-02-28'      | '2025-02-28'
      'type':'datetime','disallowPassedDates':true                     | '2025-02-27'      | PAST
      'type':'datetime','subtype':'time'                               | '23:59'           | '23:59'
      'type':'datetime','subtype':'time'                               | '24:00'           | DATE
      'type':'datetime','subtype':'time'                               | '10:00Z'          | DATE
      'type':'datetime','subtype':'time','timeSerializingFormat':'utc_normalized' | '10:00Z'      | '10:00Z'
      'type':'datetime','subtype':'time','timeSerializingFormat':'utc_normalized' | '10:00+00:00' | DATE
      'type':'datetime','subtype':'time','timeSerializingFormat':'utc_offset'     | '10:00-03:30' | '10:00-03:30'
      'type':'datetime','subtype':'time','timeSerializingFormat':'utc_offset'     | '10:00+25:00' | DATE
      'type':'datetime','subtype':'datetime'                           | '2025-02-28T10:00'       | '2025-02-28T10:00'
      'type':'datetime','subtype':'datetime'                           | '2025-02-28 10:00'       | DATE
      'type':'datetime','subtype':'datetime'                           | '2025-02-28'             | DATE
      'type':'datetime','subtype':'datetime','timeSerializingFormat':'utc_normalized' | '2025-02-28T10:00Z' | '2025-02-28T10:00Z'
      'type':'datetime','subtype':'datetime','timeSerializingFormat':'utc_offset'     | '2025-02-28T10:00'  | DATE
      """)
  void enforcesTheRuleOfAField(String component, String answer, String expected) {
    FormAnswers answers = check("'key':'a','label':'Field A'," + component, json(answer));
    if (expected.matches("[A-Z_]+")) {
      assertThat(code(answers)).isEqualTo(FieldProblem.Code.valueOf(expected));
      assertThat(answers.problems().get(0).label()).isEqualTo("Field A");
      assertThat(answers.problems().get(0).message()).isNotBlank().hasSizeLessThan(250);
    } else {
      assertThat(answers.problems()).isEmpty();
      Object value = json(expected);
      assertThat(answers.accepted()).isEqualTo(Collections.singletonMap("a", value instanceof Integer i ? (Object) i.longValue() : value));
    }
  }

  @Test
  void saysWhatWasFoundAndWhatWasExpected() {
    assertThat(check("'type':'number','key':'a','validate':{'min':3}", 2.5).problems().get(0).message())
        .isEqualTo("Expected at least 3, but found 2.5.");
    assertThat(check("'type':'number','key':'a'", "two").problems().get(0).message())
        .isEqualTo("Expected a number, but found the text \"two\".");
    assertThat(check("'type':'textfield','key':'a','validate':{'minLength':3}", "ab").problems().get(0).message())
        .isEqualTo("Expected at least 3 characters, but found 2.");
    assertThat(check("'type':'radio','key':'a','values':['x','y']", "z").problems().get(0).message())
        .isEqualTo("Expected one of the options x, y, but found the text \"z\".");
    assertThat(check("'type':'textfield','key':'a','validate':{'pattern':'^x$','patternErrorMessage':'Only x.'}", "y").problems().get(0).message())
        .isEqualTo("Only x.");
  }

  @Test
  void refusesFieldsThatTheFormDoesNotHave() {
    Map<String, Object> answers = new HashMap<>(Map.of("a", "x", "approved", true));
    answers.put(null, 1);
    List<FieldProblem> problems = check(FormTestKit.of("'type':'textfield','key':'a'"), answers, Map.of("approved", false)).problems();
    assertThat(problems).extracting(FieldProblem::code).containsOnly(FieldProblem.Code.UNKNOWN);
    assertThat(problems).extracting(FieldProblem::field).containsExactlyInAnyOrder("approved", "null");
    assertThat(problems).anyMatch(problem -> problem.message().contains("\"yes\""));
  }

  @Test
  void namesOnlySomeOfManyUnknownFields() {
    Map<String, Object> answers = new HashMap<>();
    IntStream.range(0, 100_000).forEach(i -> answers.put("x".repeat(60) + i, i));
    assertThat(check(FormTestKit.of(), answers, null).problems()).hasSize(20).allMatch(problem -> problem.field().length() <= 41);
  }

  @Test
  void givesEachFieldOfTheFormInItsOrder() {
    FormAnswers answers = check(FormTestKit.form("agree-plan.form"),
        Map.of("plan", "s", "dataGigabytes", 5, "startsOn", "2025-05-01"),
        Map.of("plans", List.of("s"), "maxGigabytes", 10, "openBalanceCents", 12, "customerName", "Ann"));
    assertThat(answers.problems()).isEmpty();
    Map<String, Object> expected = new HashMap<>();
    for (String empty : List.of("options", "country", "extras", "discountPercent", "discountReason", "callAt", "lunch", "price", "approvedBy")) {
      expected.put(empty, null);
    }
    expected.putAll(Map.of("customerName", "Ann", "openBalanceCents", 12L, "plan", "s", "dataGigabytes", 5L, "startsOn", "2025-05-01"));
    assertThat(answers.accepted()).isEqualTo(expected);
    assertThat(answers.accepted().keySet()).containsExactly("customerName", "openBalanceCents", "plan", "dataGigabytes", "options", "country",
        "extras", "discountPercent", "discountReason", "approvedBy", "startsOn", "callAt", "lunch", "price");
  }

  /** The answer is for a field "a" whose given value is "old". */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      'readonly':true            | 'old'  | 'old'
      'readonly':true            | ''     | 'old'
      'readonly':true            | null   | 'old'
      'readonly':true            | 'new'  | READ_ONLY
      'readonly':true            | 5      | READ_ONLY
      'readonly':true            | ['old']| READ_ONLY
      'readonly':'=locked'       | 'new'  | READ_ONLY
      'readonly':'=not(locked)'  | 'new'  | 'new'
      'readonly':'=locked = false' | 'new' | 'new'
      'readonly':'=unknown'      | 'new'  | READ_ONLY
      'disabled':true            | 'old'  | 'old'
      'disabled':true            | 'new'  | READ_ONLY
      'disabled':false           | 'new'  | 'new'
      """)
  void keepsWhatCannotBeChanged(String property, String answer, String expected) {
    FormSchema form = FormTestKit.of("'type':'textfield','key':'a'," + property);
    FormAnswers answers = check(form, Collections.singletonMap("a", json(answer)), Map.of("a", "old", "locked", true));
    if (expected.equals("READ_ONLY")) {
      assertThat(code(answers)).isEqualTo(FieldProblem.Code.READ_ONLY);
    } else {
      assertThat(answers.accepted()).containsEntry("a", json(expected));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      'type':'number'                                | 5       | 5.0     | 6
      'type':'number','serializeToString':true       | 5       | '5'     | '6'
      'type':'checkbox'                              | true    | true    | false
      'type':'checkbox'                              | 'x'     | false   | true
      'type':'select','values':['x','y']             | 'x'     | 'x'     | 'y'
      'type':'checklist','values':['x','y']          | ['x','gone'] | ['x'] | ['y']
      'type':'datetime'                              | '2025-01-01' | '2025-01-01' | '2025-01-02'
      'type':'datetime','subtype':'datetime'         | '2025-01-01T10:00:00Z' | '2025-01-01T10:00:00Z' | '2025-01-01T11:00:00Z'
      'type':'textfield','defaultValue':'d'          | null    | ''      | 'd'
      """)
  void acceptsReadOnlyFieldsOfEachTypeUnchanged(String component, String given, String same, String other) {
    FormSchema form = FormTestKit.of("'key':'a','readonly':true," + component);
    Map<String, Object> data = Collections.singletonMap("a", json(given));
    assertThat(check(form, Collections.singletonMap("a", json(same)), data).problems()).isEmpty();
    assertThat(code(check(form, Collections.singletonMap("a", json(other)), data))).isEqualTo(FieldProblem.Code.READ_ONLY);
  }

  @Test
  void takesTheDefaultForWhatCannotBeChangedAndIsNotGiven() {
    FormSchema form = FormTestKit.of("'type':'textfield','key':'a','readonly':true,'defaultValue':'d'");
    assertThat(check(form, Map.of(), Map.of()).accepted()).containsEntry("a", "d");
    assertThat(code(check(form, Map.of("a", "x"), null))).isEqualTo(FieldProblem.Code.READ_ONLY);
  }

  @Test
  void readsGivenFactsAsTheBrowserGetsThem() {
    FormSchema form = FormTestKit.of("'type':'datetime','key':'a','readonly':true", "'type':'textfield','key':'b','readonly':true");
    Map<String, Object> given = Map.of("a", LocalDate.of(2025, 1, 2), "b", FormFieldType.RADIO);
    assertThat(check(form, Map.of("a", "2025-01-02", "b", "RADIO"), given).accepted()).containsEntry("a", "2025-01-02").containsEntry("b", "RADIO");
  }

  @Test
  void doesNotAskDisabledFieldsForAnAnswerButReadOnlyOnes() {
    assertThat(check("'type':'textfield','key':'a','disabled':true,'validate':{'required':true}", null).isAccepted()).isTrue();
    assertThat(code(check("'type':'textfield','key':'a','readonly':true,'validate':{'required':true}", null))).isEqualTo(FieldProblem.Code.REQUIRED);
  }

  @Test
  void refusesAnswersOfHiddenFields() {
    FormSchema form = FormTestKit.of("'type':'checkbox','key':'urgent'",
        "'type':'group','conditional':{'hide':'=urgent = false'},'components':[{'type':'group','components':["
            + "{'type':'textfield','key':'a','validate':{'required':true}},{'type':'number','key':'n'},{'type':'checkbox','key':'box'}]}]");
    Map<String, Object> hidden = check(form, Map.of("urgent", false), Map.of("a", "given")).accepted();
    assertThat(hidden).containsEntry("a", null).containsEntry("n", null).containsEntry("box", null).containsEntry("urgent", false);
    assertThat(check(form, Map.of("urgent", false, "a", "", "box", false), Map.of()).isAccepted()).isTrue();
    assertThat(code(check(form, Map.of("urgent", false, "a", "x"), Map.of()))).isEqualTo(FieldProblem.Code.HIDDEN);
    assertThat(code(check(form, Map.of("urgent", false, "n", 0), Map.of()))).isEqualTo(FieldProblem.Code.HIDDEN);
    assertThat(code(check(form, Map.of("urgent", false, "box", true), Map.of()))).isEqualTo(FieldProblem.Code.HIDDEN);
    assertThat(code(check(form, Map.of("urgent", true), Map.of()))).isEqualTo(FieldProblem.Code.REQUIRED);
    assertThat(check(form, Map.of("urgent", true, "a", "x"), Map.of()).accepted()).containsEntry("a", "x");
  }

  @Test
  void conditionsCannotBeSwayedByFieldsThatTheFormDoesNotHave() {
    FormSchema form = FormTestKit.of("'type':'textfield','key':'a','conditional':{'hide':'=tier != \\\"gold\\\"'}");
    FormAnswers answers = check(form, Map.of("a", "x", "tier", "gold"), Map.of("tier", "basic"));
    assertThat(answers.problems()).extracting(FieldProblem::code)
        .containsExactly(FieldProblem.Code.HIDDEN, FieldProblem.Code.UNKNOWN);
  }

  @Test
  void optionsComeFromTheGivenDataNotFromTheAnswers() {
    FormSchema form = FormTestKit.of("'type':'select','key':'a','valuesKey':'plans'");
    Map<String, Object> given = Map.of("plans", Arrays.asList("s", null, Map.of("label", "L", "value", "l"), Map.of("value", Map.of("x", 1)), ""));
    assertThat(check(form, Map.of("a", "l"), given).isAccepted()).isTrue();
    assertThat(code(check(form, Map.of("a", "L"), given))).isEqualTo(FieldProblem.Code.OPTION);
    assertThat(check(form, Map.of("a", "x", "plans", List.of("x")), given).problems()).extracting(FieldProblem::code)
        .containsExactly(FieldProblem.Code.OPTION, FieldProblem.Code.UNKNOWN);
  }

  @Test
  void defaultsDoNotStandInForMissingAnswers() {
    FormSchema form = FormTestKit.of("'type':'textfield','key':'a','defaultValue':'d','validate':{'required':true}");
    assertThat(code(check(form, Map.of(), Map.of()))).isEqualTo(FieldProblem.Code.REQUIRED);
  }

  @Test
  void hostileValuesGiveProblems() {
    Object nested = "x";
    for (int i = 0; i < 100_000; i++) {
      nested = new ArrayList<>(Collections.singletonList(nested));
    }
    List<Object> hostile = Arrays.asList("x".repeat(20_000_000), nested, Collections.nCopies(50_000_000, "x"), Double.NaN, Double.NEGATIVE_INFINITY,
        new BigDecimal("1e999999999"), new BigDecimal("1e-999999999"), BigInteger.ONE.shiftLeft(1_000_000), new Object(), Map.of("x", nested), 'c');
    for (FormFieldType type : FormFieldType.values()) {
      String options = List.of("select", "radio", "checklist", "taglist").contains(type.word()) ? ",'values':['x']" : "";
      for (Object value : hostile) {
        for (String property : List.of("'readonly':false", "'readonly':true", "'conditional':{'hide':'=1 = 1'}")) {
          assertThat(check("'type':'" + type.word() + "','key':'a'," + property + options, value).problems()).as("%s", type).hasSize(1);
        }
      }
    }
    assertThat(FormTestKit.of("'type':'textfield','key':'a'").check(null, null, null).isAccepted()).isTrue();
  }

  @Test
  void textHasAnUpperBoundWhateverTheFormSays() {
    String field = "'type':'textfield','key':'a','validate':{'maxLength':100000}";
    assertThat(check(field, "x".repeat(1_000)).isAccepted()).isTrue();
    assertThat(code(check(field, "x".repeat(1_001)))).isEqualTo(FieldProblem.Code.TOO_LONG);
    assertThat(check("'type':'textarea','key':'a'", "x".repeat(10_000)).isAccepted()).isTrue();
    assertThat(code(check("'type':'textarea','key':'a'", "x".repeat(10_001)))).isEqualTo(FieldProblem.Code.TOO_LONG);
  }
}
