package io.stile.form;

import io.stile.engine.Feel;
import io.stile.engine.camunda.FeelForTests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Forms and FEEL for the tests of forms. */
final class FormTestKit {

  static final Feel FEEL = FeelForTests.feel();

  private FormTestKit() {}

  static String text(String file) {
    try (InputStream in = FormTestKit.class.getResourceAsStream("/forms/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FormSchema form(String file) {
    return FormSchema.parse(text(file));
  }

  /** A form with these components, each the inside of a JSON object with single quotes. */
  static FormSchema of(String... components) {
    StringBuilder json = new StringBuilder("{\"type\":\"default\",\"id\":\"test.form\",\"components\":[");
    for (int i = 0; i < components.length; i++) {
      json.append(i == 0 ? "{" : ",{").append(components[i].replace('\'', '"')).append('}');
    }
    return FormSchema.parse(json.append("]}").toString());
  }
}
