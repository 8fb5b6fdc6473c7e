package io.stile.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.form.FormSchema;
import io.stile.web.Refusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Forms and their answers on the way between page and server. */
@Component
class FormJson {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final ObjectMapper json;

  FormJson(ObjectMapper json) {
    this.json = json;
  }

  /** A form as a page can write it into an element; its text could end that element. */
  JsonNode schema(FormSchema form) {
    try {
      return json.readTree(form.json());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The answers that a page has put into its hidden field, by field; none for a blank text.
   *
   * @throws Refusal if it is no JSON object; only a tampered page sends that
   */
  Map<String, Object> answers(String answers) {
    if (answers == null || answers.isBlank()) {
      return Map.of();
    }
    try {
      Map<String, Object> fields = json.readValue(answers, FIELDS);
      return fields == null ? Map.of() : fields;
    } catch (JsonProcessingException noObject) {
      throw Refusal.invalid("answers", "Expected the answers as a JSON object.");
    }
  }
}
