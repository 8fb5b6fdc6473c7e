package io.stile.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the rules of a field from the form. */
final class FormKinds {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TEXT_RULES =
      Set.of("required", "minLength", "maxLength", "pattern", "patternErrorMessage", "validationType");
  private static final Set<String> NUMBER_RULES = Set.of("required", "min", "max");
  private static final Set<String> OTHER_RULES = Set.of("required");
  private static final int MOST_DECIMALS = 20;

  private FormKinds() {}

  static FormKind read(FormFieldType type, FormNode node) {
    FormNode rules = node.part("validate");
    rules.allowOnly("validate", switch (type) {
      case TEXTFIELD, TEXTAREA -> TEXT_RULES;
      case NUMBER -> NUMBER_RULES;
      default -> OTHER_RULES;
    });
    return switch (type) {
      case TEXTFIELD -> text(rules, FormText.LONGEST_LINE, true);
      case TEXTAREA -> text(rules, FormText.LONGEST_TEXT, false);
      case NUMBER -> number(node, rules);
      case CHECKBOX -> new FormCheckbox();
      case SELECT, RADIO -> new FormChoice(options(node), false);
      case CHECKLIST, TAGLIST -> new FormChoice(options(node), true);
      case DATETIME -> dateTime(node);
    };
  }

  private static FormText text(FormNode rules, int longest, boolean singleLine) {
    String pattern = rules.text("pattern");
    String type = rules.text("validationType");
    FormTextFormat format = switch (type == null ? "custom" : type) {
      case "custom" -> null;
      case "email" -> FormTextFormat.EMAIL;
      case "phone" -> FormTextFormat.PHONE;
      default -> throw rules.refused("validate.validationType must be email, phone or custom, but is " + FormWords.quoted(type));
    };
    try {
      return new FormText(longest, singleLine, rules.limit("minLength"), rules.limit("maxLength"),
          pattern == null ? null : FormPattern.parse(pattern), rules.text("patternErrorMessage"), format);
    } catch (FormSchemaException e) {
      throw e.getMessage().startsWith(rules.where()) ? e : rules.refused(e.getMessage());
    }
  }

  private static FormNumber number(FormNode node, FormNode rules) {
    BigDecimal decimals = node.number("decimalDigits");
    if (decimals != null && (decimals.signum() < 0 || decimals.compareTo(BigDecimal.valueOf(MOST_DECIMALS)) > 0
        || decimals.stripTrailingZeros().scale() > 0)) {
      throw node.refused("decimalDigits must be a whole number from 0 to " + MOST_DECIMALS + ", but is " + decimals);
    }
    BigDecimal increment = node.number("increment");
    if (increment != null && increment.signum() < 0) {
      throw node.refused("increment must be more than 0, but is " + increment);
    }
    FormNode appearance = node.part("appearance");
    return new FormNumber(decimals == null ? null : decimals.intValueExact(), increment == null || increment.signum() == 0 ? null : increment,
        node.flag("serializeToString"), rules.limit("min"), rules.limit("max"),
        adorner(appearance.text("prefixAdorner")), adorner(appearance.text("suffixAdorner")));
  }

  private static String adorner(String text) {
    return text == null || isComputed(text) ? "" : text;
  }

  /** Whether a text is an expression or a template, which only the browser shows. */
  static boolean isComputed(String text) {
    return text.startsWith("=") || text.contains("{{");
  }

  private static FormOptions options(FormNode node) {
    boolean fixed = node.has("values");
    boolean given = node.has("valuesKey");
    boolean computed = node.has("valuesExpression");
    if ((fixed ? 1 : 0) + (given ? 1 : 0) + (computed ? 1 : 0) != 1) {
      throw node.refused("expected exactly one of values, valuesKey and valuesExpression");
    }
    if (fixed) {
      return new FormOptions(fixed(node), null, null);
    }
    String from = given ? node.text("valuesKey") : node.expression("valuesExpression");
    if (from == null) {
      throw node.refused((given ? "valuesKey" : "valuesExpression") + " is empty");
    }
    return given ? new FormOptions(null, from, null) : new FormOptions(null, null, from);
  }

  private static List<FormOption> fixed(FormNode node) {
    List<FormOption> options = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (JsonNode item : node.list("values")) {
      FormOption option = FormOptions.option(JSON.convertValue(item, Object.class));
      if (option == null) {
        throw node.refused("values must be options with a label and a value (text, number, true or false), but one is "
            + FormWords.shortened(item.toString()));
      }
      if (!seen.add(FormOptions.key(option.value()))) {
        throw node.refused("values has the value " + option.value() + " twice");
      }
      options.add(option);
    }
    return List.copyOf(options);
  }

  private static FormDateTime dateTime(FormNode node) {
    return new FormDateTime(
        constant(node, "subtype", FormDateTime.Subtype.class, FormDateTime.Subtype.DATE),
        constant(node, "timeSerializingFormat", FormDateTime.Zone.class, FormDateTime.Zone.NO_TIMEZONE),
        node.flag("disallowPassedDates"));
  }

  private static <E extends Enum<E>> E constant(FormNode node, String name, Class<E> type, E otherwise) {
    String word = node.text(name);
    if (word == null) {
      return otherwise;
    }
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(constant.name().toLowerCase(Locale.ROOT));
      if (words.get(words.size() - 1).equals(word)) {
        return constant;
      }
    }
    throw node.refused(name + " must be one of " + String.join(", ", words) + ", but is " + FormWords.quoted(word));
  }
}
