package io.stile.migration;

import io.stile.catalogue.Forms;
import io.stile.engine.Feel;
import io.stile.engine.Model;
import io.stile.engine.ModelStep;
import io.stile.form.FieldProblem;
import io.stile.form.FormAnswers;
import io.stile.form.FormField;
import io.stile.form.FormFieldType;
import io.stile.form.FormOption;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of a version ask for, and values that are read as their fields would read them. */
@Component
class AskedFields {

  /** The form that opens a request belongs to no step at which a request could stand. */
  private static final String START = "";

  private final Forms forms;
  private final Feel feel;

  AskedFields(Forms forms, Feel feel) {
    this.forms = forms;
    this.feel = feel;
  }

  /** Keys of the fields by the key of the step whose form asks for them, the start form under a key that no step has. */
  Map<String, Set<String>> byStep(Model model) {
    Map<String, Set<String>> asked = new HashMap<>();
    formsOf(model).forEach((step, form) -> asked.put(step, fields(model, form).map(FormField::key).collect(Collectors.toSet())));
    return asked;
  }

  /** The first field that asks for a name, empty if no form of the version does. */
  Optional<FormField> field(Model model, String name) {
    return form(model, name).flatMap(form -> field(model, form, name));
  }

  private Optional<String> form(Model model, String name) {
    return formsOf(model).values().stream().filter(form -> field(model, form, name).isPresent()).findFirst();
  }

  private Optional<FormField> field(Model model, String form, String name) {
    return fields(model, form).filter(field -> field.key().equals(name)).findFirst();
  }

  private Stream<FormField> fields(Model model, String form) {
    return forms.form(model.version(), form).fields().stream().filter(field -> !field.readonly() && !field.disabled());
  }

  private static Map<String, String> formsOf(Model model) {
    Map<String, String> forms = new LinkedHashMap<>();
    if (model.startForm() != null) {
      forms.put(START, model.startForm());
    }
    model.steps().stream().filter(step -> step.form() != null).forEach((ModelStep step) -> forms.put(step.key(), step.form()));
    return forms;
  }

  /**
   * A value as the field would have it: text that means a number, a truth or an option becomes one.
   *
   * @param value null for null
   * @throws MigrationRefused if the version asks for no such name, or its field does not take the value
   */
  Object read(Model model, String name, Object value) {
    String form = form(model, name).orElseThrow(() -> MigrationRefused.invalid("given." + name,
        "No form of version %d asks for '%.60s', so no value can be given for it".formatted(model.number(), name)));
    if (value == null) {
      return null;
    }
    FormField field = field(model, form, name).orElseThrow();
    FormAnswers read = forms.form(model.version(), form).checkAlone(name, typed(field, value), feel);
    if (!read.isAccepted()) {
      throw MigrationRefused.invalid("given." + name, "%s: %s".formatted(field.label(),
          read.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" "))));
    }
    return read.accepted().get(name);
  }

  private static Object typed(FormField field, Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    if (field.type() == FormFieldType.CHECKBOX) {
      return text.equals("true") ? (Object) true : text.equals("false") ? (Object) false : text;
    }
    return field.type() == FormFieldType.NUMBER ? number(text.strip())
        : field.options().stream().map(FormOption::value).filter(option -> String.valueOf(option).equals(text)).findFirst().orElse(text);
  }

  /** The text itself if it is no number: the field says what is wrong with it. */
  private static Object number(String text) {
    try {
      return new BigDecimal(text.replace(',', '.'));
    } catch (NumberFormatException none) {
      return text;
    }
  }

  /** What a person reads for a value of a name: the label of the option, yes or no, or the value itself. */
  String words(Model model, String name, Object value) {
    if (value == null) {
      return "left empty";
    }
    if (value instanceof Boolean truth) {
      return truth ? "“yes”" : "“no”";
    }
    return "“%s”".formatted(field(model, name).stream().flatMap(field -> field.options().stream())
        .filter(option -> String.valueOf(option.value()).equals(String.valueOf(value))).map(FormOption::label).findFirst()
        .orElseGet(() -> String.valueOf(value)));
  }

  /** What people call a name: the label of its field, or the name itself. */
  String label(Model model, String name) {
    return field(model, name).map(FormField::label).orElse(name);
  }
}
