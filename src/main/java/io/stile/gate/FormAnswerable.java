package io.stile.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stile.form.FormSchema;
import io.stile.form.FormSchemaException;
import java.util.Optional;
import java.util.Set;

/** Whether the server can check the answers of a form as it reads it when somebody submits them. */
final class FormAnswerable {

  static final String RULE = "form-schema";

  private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");
  private static final Set<String> SOURCES = Set.of("values", "valuesKey", "valuesExpression");

  private FormAnswerable() {}

  /** Checks a whole form. */
  static Optional<String> refusal(ObjectNode form) {
    try {
      FormSchema.parse(FormJson.text(form));
      return Optional.empty();
    } catch (FormSchemaException refused) {
      return Optional.of(Quoted.plain(refused.getMessage()) + ".");
    }
  }

  /**
   * Checks one component by itself, so that all that is wrong with a form is said at once.
   *
   * @param component what is fine so far of the component; what is wrong was left out
   * @param original  the component as it came
   */
  static Optional<String> refusal(ObjectNode component, ObjectNode original) {
    ObjectNode whole = component.deepCopy();
    if (!whole.has("key")) {
      whole.put("key", "field");
    }
    boolean sourceLeftOut = SOURCES.stream().anyMatch(original::has) && SOURCES.stream().noneMatch(whole::has);
    if (CHOICES.contains(whole.path("type").asText()) && sourceLeftOut) {
      whole.put("valuesKey", "options");
    }
    ObjectNode withoutStart = whole.deepCopy();
    withoutStart.remove("defaultValue");
    return alone(withoutStart).or(() -> whole.has("defaultValue") && !sourceLeftOut ? alone(whole) : Optional.empty());
  }

  private static Optional<String> alone(ObjectNode component) {
    ObjectNode form = JsonNodeFactory.instance.objectNode().put("type", "default").put("id", "form");
    form.putArray("components").add(component);
    return refusal(form).map(why -> why.replaceFirst("^form [^:]{0,120}: ", ""));
  }
}
