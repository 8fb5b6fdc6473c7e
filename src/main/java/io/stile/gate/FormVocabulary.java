package io.stile.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The closed list of what a form may consist of: of what form-js 1.23 knows, the components whose answers the server checks as well, and those that
 * only show or arrange. Made anew for each form, because it keeps count of what reading it costs.
 */
final class FormVocabulary {

  static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
  static final Pattern FORM_ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final int LONGEST_FORM_ID = 150;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,40}");
  private static final int LONGEST_LABEL = 300;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_VALUE = 500;
  private static final int MOST_OPTIONS = 500;

  private final FeelBudget feel;
  private final ReservedNames reserved;
  private final AtomicInteger patternSteps = new AtomicInteger(PatternWays.MOST_STEPS);
  private final Map<String, FormProperty> ofForm = new LinkedHashMap<>();
  private final Map<String, Map<String, FormProperty>> ofType = new LinkedHashMap<>();

  FormVocabulary(FeelBudget feel, ReservedNames reserved) {
    this.feel = feel;
    this.reserved = reserved;
    describeForm();
    describeArrangement();
    describeTextFields();
    describeOtherFields();
  }

  /** The properties of the form as a whole; its {@code components} are not among them. */
  Map<String, FormProperty> form() {
    return ofForm;
  }

  /** The properties of a component, empty if no such component may be used; the {@code components} of a group are not among them. */
  Optional<Map<String, FormProperty>> component(String type) {
    return Optional.ofNullable(ofType.get(type));
  }

  Set<String> types() {
    return ofType.keySet();
  }

  private void describeForm() {
    ofForm.put("id", FormProperty.text("form-id", id -> FORM_ID.matcher(id).matches() && id.length() <= LONGEST_FORM_ID ? Optional.empty()
        : Optional.of("must be the process, a dot and the name of the form in small letters, for example “phone-swap.start”, but is %s."
            .formatted(Quoted.of(id)))));
    ofForm.put("type", FormProperty.word("default"));
    ofForm.put("schemaVersion", FormProperty.whole(1, 19));
    ofForm.put("executionPlatform", FormProperty.word("Camunda Platform"));
    ofForm.put("executionPlatformVersion", matching(VERSION));
    ofForm.put("exporter", FormProperty.of(Map.of("name", FormProperty.words(100, false), "version", matching(VERSION))));
  }

  private void describeArrangement() {
    describe("text", Map.of("text", FormProperty.text("form-text", MarkdownText::flaw)));
    describe("group", Map.of("label", label(), "showOutline", FormProperty.flag(), "verticalAlignment", FormProperty.word("start", "center", "end")));
    describe("separator", Map.of());
    describe("spacer", Map.of("height", FormProperty.whole(1, 1_000)));
    describe("button", Map.of("label", label(), "action", FormProperty.word("submit", "reset")));
  }

  private void describeTextFields() {
    Map<String, FormProperty> rules = Map.of("required", FormProperty.flag(), "minLength", limit(), "maxLength", limit(),
        "pattern", FormProperty.text("form-pattern", pattern -> PatternCost.refusal(pattern, patternSteps)), "patternErrorMessage", FormProperty.words(LONGEST_LABEL, false),
        "validationType", FormProperty.word("custom", "email", "phone"));
    field("textfield", rules, Map.of("appearance", appearance()));
    field("textarea", rules, Map.of());
  }

  private void describeOtherFields() {
    Map<String, FormProperty> required = Map.of("required", FormProperty.flag());
    field("number", Map.of("required", FormProperty.flag(), "min", limit(), "max", limit()), Map.of("appearance", appearance(),
        "decimalDigits", FormNumbers.property(), "increment", FormNumbers.property(), "serializeToString", FormProperty.flag()));
    field("checkbox", required, Map.of());
    Map<String, FormProperty> options = Map.of("values", FormProperty.of("form-options", this::optionsFlaw),
        "valuesKey", matching(NAME), "valuesExpression", expression());
    field("radio", required, options);
    field("checklist", required, options);
    Map<String, FormProperty> searchable = new LinkedHashMap<>(options);
    searchable.put("searchable", FormProperty.flag());
    field("select", required, searchable);
    field("taglist", required, searchable);
    field("datetime", required, Map.of("subtype", FormProperty.word("date", "time", "datetime"), "dateLabel", label(), "timeLabel", label(),
        "timeInterval", FormProperty.whole(1, 720), "use24h", FormProperty.flag(), "disallowPassedDates", FormProperty.flag(),
        "timeSerializingFormat", FormProperty.word("utc_offset", "utc_normalized", "no_timezone")));
  }

  private void field(String type, Map<String, FormProperty> rules, Map<String, FormProperty> own) {
    Map<String, FormProperty> all = new LinkedHashMap<>();
    all.put("key", FormProperty.text("form-key", this::keyFlaw));
    all.put("label", label());
    all.put("description", FormProperty.words(LONGEST_DESCRIPTION, true));
    all.put("readonly", FormProperty.of("form-expression", value -> value.isBoolean() ? Optional.empty() : expressionFlaw(value)));
    all.put("disabled", FormProperty.flag());
    all.put("defaultValue", FormProperty.of("form-default", FormVocabulary::startFlaw));
    all.put("validate", FormProperty.of(rules));
    all.putAll(own);
    describe(type, all);
  }

  private void describe(String type, Map<String, FormProperty> own) {
    Map<String, FormProperty> all = new LinkedHashMap<>(own);
    all.put("type", FormProperty.word(type));
    all.put("id", matching(ID));
    all.put("layout", FormProperty.of(Map.of("row", matching(ID), "columns", FormProperty.whole(1, 16))));
    all.put("conditional", FormProperty.of(Map.of("hide", expression())));
    ofType.put(type, all);
  }

  private static FormProperty label() {
    return FormProperty.words(LONGEST_LABEL, false);
  }

  private static FormProperty appearance() {
    return FormProperty.of(Map.of("prefixAdorner", FormProperty.words(40, false), "suffixAdorner", FormProperty.words(40, false)));
  }

  private static FormProperty matching(Pattern pattern) {
    return FormProperty.text("form-property", text -> pattern.matcher(text).matches() ? Optional.empty()
        : Optional.of("must be a name of letters, digits and “_”, but is %s.".formatted(Quoted.of(text))));
  }

  private FormProperty expression() {
    return FormProperty.of("form-expression", this::expressionFlaw);
  }

  private FormProperty limit() {
    return FormProperty.of("form-limit",
        value -> value.isTextual() && value.textValue().startsWith("=") ? expressionFlaw(value) : FormNumbers.flaw(value));
  }

  private Optional<String> keyFlaw(String key) {
    if (!NAME.matcher(key).matches()) {
      return Optional.of("must begin with a letter and go on with letters, digits and “_”, at most 64, but is %s.".formatted(Quoted.of(key)));
    }
    return reserved.has(key) ? Optional.of("%s means something else to the platform. Choose another name.".formatted(Quoted.of(key)))
        : Optional.empty();
  }

  private Optional<String> expressionFlaw(JsonNode value) {
    if (!value.isTextual() || !value.textValue().startsWith("=")) {
      return FormProperty.mustBe("a condition that begins with “=”", value);
    }
    String expression = value.textValue();
    return PlainText.flaw(expression, LONGEST_DESCRIPTION, true)
        .or(() -> feel.refusal(expression).map(why -> "cannot be used: %s. It was %s.".formatted(Quoted.plain(why), Quoted.of(expression))))
        .or(() -> feel.names(expression).stream().filter(reserved::isInstant).findFirst()
            .map(name -> "reads %s, which only timers know.".formatted(Quoted.of(name))));
  }

  /** The options themselves are read where the field as a whole is; here it is made sure that nothing else hides in them. */
  private Optional<String> optionsFlaw(JsonNode options) {
    if (!options.isArray() || options.size() > MOST_OPTIONS) {
      return options.isArray() ? Optional.of("holds %,d options. Use at most %d, or a list of the platform.".formatted(options.size(), MOST_OPTIONS))
          : FormProperty.mustBe("a list of options", options);
    }
    for (JsonNode option : options) {
      Set<String> names = new LinkedHashSet<>();
      option.fieldNames().forEachRemaining(names::add);
      if (!option.isObject() || !names.equals(Set.of("label", "value"))) {
        return Optional.of("must be options with a label and a value and nothing else, but one is %s.".formatted(Quoted.of(option.toString())));
      }
      Optional<String> flaw = label().flaw().apply(option.get("label")).or(() -> startFlaw(option.get("value")));
      if (flaw.isPresent()) {
        return flaw.map(what -> "option %s: %s".formatted(Quoted.of(option.get("label").asText()), what));
      }
    }
    return Optional.empty();
  }

  /** What a field begins with: one value, or a list of them. */
  private static Optional<String> startFlaw(JsonNode value) {
    if (value.isNumber()) {
      return FormNumbers.numberFlaw(value);
    }
    if (value.isTextual()) {
      return PlainText.flaw(value.textValue(), LONGEST_VALUE, true);
    }
    if (value.isArray() && value.size() <= MOST_OPTIONS) {
      for (JsonNode item : value) {
        Optional<String> flaw = item.isContainerNode() ? FormProperty.mustBe("a value", item) : startFlaw(item);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
      return Optional.empty();
    }
    return value.isBoolean() || value.isNull() ? Optional.empty() : FormProperty.mustBe("text, a number, true or false", value);
  }
}
