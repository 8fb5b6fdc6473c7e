package io.stile.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.form.FormSchema;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Service;

/** The forms as they were published with each version: a running request keeps the form that it started with. */
@Service
public class Forms {

  private final Models models;
  private final Cache<String, FormSchema> read = Caffeine.newBuilder().maximumSize(500).build();

  Forms(Models models) {
    this.models = models;
  }

  /**
   * A form of a version.
   *
   * @param form id of the form, process and step: {@code phone-swap.reserve-handset}
   * @throws IllegalArgumentException if the version has no such form
   */
  public FormSchema form(ModelVersion version, String form) {
    return read.get(version.id() + "/" + form, key -> parse(version, form));
  }

  private FormSchema parse(ModelVersion version, String form) {
    String file = "forms/" + form.replaceFirst("\\.", "/") + ".form";
    byte[] content = models.file(version, file).orElseThrow(() -> new IllegalArgumentException(
        "The version '%s' has no form '%s' (file %s)".formatted(version, form, file)));
    return FormSchema.parse(new String(content, StandardCharsets.UTF_8));
  }
}
