package io.stile.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class FormCheckPropertyTest {

  private static final List<FormSchema> FORMS =
      List.of(FormTestKit.form("start.form"), FormTestKit.form("agree-plan.form"), FormTestKit.form("chain.form"));
  private static final Map<String, Object> GIVEN = Map.of("plans", List.of("s", "l"), "countries", List.of(Map.of("name", "France", "code", "FR")),
      "maxGigabytes", 50, "minReason", 4);

  @Provide
  static Arbitrary<Object> values() {
    Arbitrary<Object> scalars = Arbitraries.oneOf(
        Arbitraries.just(null), Arbitraries.of(true, false),
        Arbitraries.of("screen", "other", "x", "y", "s", "FR", "roaming", "twin", "2031-05-04", "12:15", "5", "", "${7*7}", "<b>", "\0"),
        Arbitraries.strings().ofMaxLength(20), Arbitraries.integers(), Arbitraries.integers().between(-1, 20), Arbitraries.longs(),
        Arbitraries.doubles(), Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, 0.5, 1e300), Arbitraries.of(new BigDecimal("1e400")));
    return nest(nest(scalars));
  }

  private static Arbitrary<Object> nest(Arbitrary<Object> values) {
    return Arbitraries.frequencyOf(
        Tuple.of(6, values),
        Tuple.of(2, values.list().ofMaxSize(3).map(list -> (Object) new ArrayList<>(list))),
        Tuple.of(1, Arbitraries.maps(Arbitraries.of("value", "label", "a"), values).ofMaxSize(2).map(map -> (Object) map)));
  }

  @Provide
  static Arbitrary<Map<String, Object>> answers() {
    List<String> keys = new ArrayList<>();
    FORMS.forEach(form -> form.fields().forEach(field -> keys.add(field.key())));
    return Arbitraries.maps(Arbitraries.of(keys), values()).ofMaxSize(12);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void neverThrowsAndAcceptsExactlyTheFieldsOfTheForm(@ForAll("answers") Map<String, Object> answers, @ForAll("answers") Map<String, Object> given) {
    for (FormSchema form : FORMS) {
      FormAnswers checked = form.check(own(form, answers), given, FormTestKit.FEEL);
      assertThat(checked).isEqualTo(form.check(own(form, answers), given, FormTestKit.FEEL));
      if (checked.isAccepted()) {
        assertThat(checked.accepted().keySet()).containsExactlyElementsOf(form.fields().stream().map(FormField::key).toList());
        assertThat(checked.accepted().values()).allMatch(FormCheckPropertyTest::isNormal);
        form.describe(checked.accepted(), given, FormTestKit.FEEL);
      } else {
        assertThat(checked.accepted()).isEmpty();
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void acceptsItsOwnResultAgain(@ForAll("answers") Map<String, Object> answers) {
    Map<String, Object> whole = new LinkedHashMap<>(Map.of("plan", "s", "dataGigabytes", 12, "startsOn", "2031-05-04"));
    FormSchema form = FORMS.get(1);
    answers.forEach((key, value) -> {
      if (form.fields().stream().anyMatch(field -> field.key().equals(key))) {
        Map<String, Object> more = new LinkedHashMap<>(whole);
        more.put(key, value);
        FormAnswers once = form.check(more, GIVEN, FormTestKit.FEEL);
        if (once.isAccepted()) {
          assertThat(form.check(once.accepted(), GIVEN, FormTestKit.FEEL)).isEqualTo(once);
        }
      }
    });
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void refusesWhateverStandsUnderAnUnknownKey(@ForAll("values") Object value) {
    Map<String, Object> answers = new LinkedHashMap<>(Map.of("plan", "s", "dataGigabytes", 12, "startsOn", "2031-05-04"));
    assertThat(FORMS.get(1).check(answers, GIVEN, FormTestKit.FEEL).isAccepted()).isTrue();
    answers.put("stranger", value);
    assertThat(FORMS.get(1).check(answers, GIVEN, FormTestKit.FEEL).problems()).extracting(FieldProblem::field).containsExactly("stranger");
  }

  private static Map<String, Object> own(FormSchema form, Map<String, Object> answers) {
    Map<String, Object> own = new LinkedHashMap<>(answers);
    own.keySet().retainAll(form.fields().stream().map(FormField::key).toList());
    return own;
  }

  private static boolean isNormal(Object value) {
    return value == null || value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double
        || value instanceof List<?> items && !items.isEmpty() && items.stream().allMatch(item -> !(item instanceof List) && isNormal(item));
  }
}
