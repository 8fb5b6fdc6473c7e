package io.stile.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Knows the files of the built front end, whose names change with their content. Templates find it as {@code islands}. Where the front end
 * was not built ({@code -Dfrontend.skip=true}), pages come without style and script.
 */
@Component
public final class Islands {

  private static final Logger LOG = LoggerFactory.getLogger(Islands.class);
  private static final String FOLDER = "/assets/";
  private static final ClassPathResource MANIFEST = new ClassPathResource("static/assets/manifest.json");

  private final JsonNode manifest;
  private final ObjectWriter safe;

  Islands(ObjectMapper json) throws IOException {
    manifest = read(json);
    safe = json.writer().with(new SafeInHtml());
  }

  /**
   * What a page must load for an entry of the front end.
   *
   * @param script null if the front end was not built
   * @param preload scripts that the script imports
   * @param styles in the order in which they must be loaded
   */
  public record Files(String script, List<String> preload, List<String> styles) {}

  /**
   * @param entry the name of a file in {@code src/main/frontend/entries}, without extension
   * @throws IllegalArgumentException if the front end was built without this entry
   */
  public Files of(String entry) {
    if (manifest.isMissingNode()) {
      return new Files(null, List.of(), List.of());
    }
    String key = "entries/" + entry + ".ts";
    Set<String> chunks = new LinkedHashSet<>();
    Set<String> styles = new LinkedHashSet<>();
    collect(key, chunks, styles);
    List<String> preload = chunks.stream().filter(chunk -> !chunk.equals(key)).map(this::file).toList();
    return new Files(file(key), preload, List.copyOf(styles));
  }

  /** The address of an icon, for {@code <use>}. @param name one of {@code src/main/frontend/icons.txt} */
  public String icon(String name) {
    return drawing("icons.svg") + "#" + name;
  }

  /** The address of a drawing. @param name as in {@code src/main/frontend} */
  public String drawing(String name) {
    return manifest.isMissingNode() ? FOLDER + name : file(name);
  }

  /**
   * A value as JSON that can stand inside {@code <script type="application/json">} (with {@code th:utext}) or in an attribute: no text in it
   * can end the element.
   */
  public String json(Object value) {
    try {
      return safe.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("Cannot be written as JSON: " + value.getClass(), impossible);
    }
  }

  private void collect(String key, Set<String> chunks, Set<String> styles) {
    if (chunks.add(key)) {
      JsonNode chunk = manifest.path(key);
      chunk.path("imports").forEach(imported -> collect(imported.asText(), chunks, styles));
      chunk.path("css").forEach(style -> styles.add(FOLDER + style.asText()));
    }
  }

  private String file(String key) {
    JsonNode file = manifest.path(key).path("file");
    if (file.isMissingNode()) {
      throw new IllegalArgumentException("The front end was built without \"%s\"".formatted(key));
    }
    return FOLDER + file.asText();
  }

  private static JsonNode read(ObjectMapper json) throws IOException {
    if (!MANIFEST.exists()) {
      LOG.warn("The front end is not built: pages come without style and script");
      return MissingNode.getInstance();
    }
    try (InputStream content = MANIFEST.getInputStream()) {
      return json.readTree(content);
    }
  }

  private static final class SafeInHtml extends CharacterEscapes {

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      for (char character : new char[] {'<', '>', '&'}) {
        codes[character] = ESCAPE_STANDARD;
      }
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return new SerializedString("\\u%04x".formatted(character));
    }
  }
}
