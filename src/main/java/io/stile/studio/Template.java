package io.stile.studio;

import io.stile.gate.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a new request type can be begun with: a whole model with its forms, drawn, which can be published as it is. */
public enum Template {
  EMPTY("Empty", "A start and an end; you draw the rest.", 0, List.of()),
  ONE_DEPARTMENT("One department", "One department does what the customer asks for.", 1, List.of("handle-request")),
  TWO_IN_PARALLEL("Two in parallel", "Two departments work at the same time; it is done when both are.", 2,
      List.of("handle-first-part", "handle-second-part")),
  APPROVAL("Approval", "One department decides; if it agrees, another one does it.", 2, List.of("decide-about-request", "handle-request"));

  private final String title;
  private final String text;
  private final int departments;
  private final List<String> forms;

  Template(String title, String text, int departments, List<String> forms) {
    this.title = title;
    this.text = text;
    this.departments = departments;
    this.forms = forms;
  }

  /** The template of that word, as addresses write it; empty for any other text. */
  public static Optional<Template> ofWord(String word) {
    return Arrays.stream(values()).filter(template -> template.word().equals(word)).findFirst();
  }

  /** As addresses write it: {@code one-department}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String title() {
    return title;
  }

  /** What it is for, in a sentence. */
  public String text() {
    return text;
  }

  /** How many departments it asks for. */
  public int departments() {
    return departments;
  }

  /** The files of a new request type. */
  public Bundle filled(NewType type) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(Bundle.diagramOf(type.key()), filled("model.bpmn", type));
    Stream.concat(Stream.of("start"), forms.stream())
        .forEach(form -> files.put("forms/%s/%s.form".formatted(type.key(), form), filled(form + ".form", type)));
    return new Bundle(type.key(), files);
  }

  private byte[] filled(String file, NewType type) {
    String text = read(file);
    for (Map.Entry<String, String> word : words(type).entrySet()) {
      text = text.replace(word.getKey(), escaped(word.getValue()));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> words(NewType type) {
    Map<String, String> words = new TreeMap<>();
    words.put("@key@", type.key());
    words.put("@Pascal@", pascal(type.key()));
    words.put("@name@", type.name());
    words.put("@owner@", type.owner());
    words.put("@promise@", type.promise());
    words.put("@calendar@", type.calendar());
    words.put("@first@", type.first() == null ? "" : type.first());
    words.put("@second@", type.second() == null ? "" : type.second());
    return words;
  }

  /** As ids are written: {@code phone-swap} is {@code PhoneSwap}. */
  private static String pascal(String key) {
    return Arrays.stream(key.split("-")).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** Only the name can hold such characters; forms hold nothing but the key. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private String read(String file) {
    String place = "/io/stile/studio/templates/%s/%s".formatted(word(), file);
    try (InputStream content = Template.class.getResourceAsStream(place)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
