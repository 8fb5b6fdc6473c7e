package io.stile.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.form.FormField;
import io.stile.form.FormSchema;
import io.stile.form.FormSchemaException;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import io.stile.studio.Words.FieldWords;
import io.stile.studio.Words.FormWords;
import io.stile.studio.Words.Option;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Reads what the forms of a model ask for. A form that is wrong for the moment has no fields, and says why. */
@Component
class FormFields {

  private static final String FOLDER = "forms/";
  /** With these a date and time of a form is an instant, wherever it was entered. Source: docs/bpmn-conventions.md, dates-are-instants. */
  private static final Set<String> WITH_OFFSET = Set.of("utc_offset", "utc_normalized");

  private final ObjectMapper json;

  FormFields(ObjectMapper json) {
    this.json = json;
  }

  List<FormWords> of(Bundle bundle) {
    return bundle.paths(Kind.FORM).stream().map(path -> form(path, new String(bundle.file(path).orElseThrow(), StandardCharsets.UTF_8))).toList();
  }

  private FormWords form(String path, String content) {
    String id = path.substring(FOLDER.length(), path.length() - Kind.FORM.suffix().length()).replaceFirst("/", ".");
    try {
      FormSchema schema = FormSchema.parse(content);
      Set<String> moments = new TreeSet<>();
      collectMoments(json.readTree(schema.json()), moments);
      return new FormWords(id, path, null, schema.fields().stream().filter(field -> !field.readonly() && !field.disabled())
          .map(field -> field(field, moments.contains(field.key()))).toList());
    } catch (FormSchemaException | JsonProcessingException broken) {
      return new FormWords(id, path, broken.getMessage(), List.of());
    }
  }

  private static void collectMoments(JsonNode node, Set<String> moments) {
    if (node.path("subtype").asText().equals("datetime") && WITH_OFFSET.contains(node.path("timeSerializingFormat").asText())) {
      moments.add(node.path("key").asText());
    }
    node.path("components").forEach(child -> collectMoments(child, moments));
  }

  private static FieldWords field(FormField field, boolean moment) {
    List<Option> options = field.options().stream().map(option -> new Option(option.value(), option.label())).toList();
    return new FieldWords(field.key(), field.label(), moment ? NameType.MOMENT : type(field), options);
  }

  private static NameType type(FormField field) {
    return switch (field.type()) {
      case NUMBER -> field.key().endsWith("Cents") ? NameType.MONEY : NameType.NUMBER;
      case CHECKBOX -> NameType.TRUTH;
      case SELECT, RADIO -> NameType.CHOICE;
      default -> NameType.TEXT;
    };
  }
}
