package io.stile.gate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Reads JSON from strangers, and writes it. Whatever comes ends as a tree or as a finding, never as an exception. */
final class FormJson {

  /** The largest form, in bytes; in characters it is what a form is read up to. */
  static final int LARGEST = 500_000;
  static final String RULE = "form-json";

  private static final int DEEPEST = 40;
  private static final int MOST_VALUES = 20_000;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_NUMBER = 40;
  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
              .maxNumberLength(LONGEST_NUMBER).maxNameLength(LONGEST_NAME).build()).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
          DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
      .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();
  private static final DefaultPrettyPrinter LAYOUT = layout();

  private FormJson() {}

  /** The tree of a file, null if it is no JSON object that may be read; why not is among the findings. */
  static ObjectNode read(byte[] content, FindingList findings) {
    if (content.length == 0 || content.length > LARGEST) {
      findings.refuse(SafeXml.WHOLE, "", "form-size", content.length == 0 ? "The file is empty."
          : "The file has %,d bytes; at most %,d are read. Split the form in two.".formatted(content.length, LARGEST));
      return null;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notUtf8) {
      findings.refuse(SafeXml.WHOLE, "", "form-encoding", "The file is not UTF-8. Save it in UTF-8.");
      return null;
    }
    return tree(text.startsWith("\uFEFF") ? text.substring(1) : text, findings);
  }

  private static ObjectNode tree(String text, FindingList findings) {
    try {
      if (!isWithinBounds(text, findings)) {
        return null;
      }
      JsonNode root = JSON.readTree(text);
      if (root instanceof ObjectNode object) {
        return object;
      }
      findings.refuse(SafeXml.WHOLE, "", RULE, "The file is no JSON object. A form begins with “{” and ends with “}”.");
    } catch (JacksonException broken) {
      findings.refuse(SafeXml.WHOLE, broken.getLocation() == null ? "" : "line " + Math.max(1, broken.getLocation().getLineNr()), RULE,
          "The file is no JSON that is read here: " + Quoted.plain(broken.getOriginalMessage()));
    } catch (IOException impossible) {
      throw new IllegalStateException("A text in memory cannot be read", impossible);
    }
    return null;
  }

  /** Counts before a tree is made of it, and finds members that stand twice: of those, one reader would take the first, another the last. */
  private static boolean isWithinBounds(String text, FindingList findings) throws IOException {
    Deque<Set<String>> names = new ArrayDeque<>();
    int values = 0;
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          names.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
          names.pop();
        } else if (token == JsonToken.FIELD_NAME && !names.element().add(parser.currentName())) {
          findings.refuse(SafeXml.WHOLE, "line " + parser.currentLocation().getLineNr(), "form-duplicate-member",
              "The property %s stands twice in the same place. Take one out.".formatted(Quoted.of(parser.currentName())));
        }
        if (++values > MOST_VALUES) {
          findings.refuse(SafeXml.WHOLE, "", "form-size", "The form has more than %,d parts. Split it in two.".formatted(MOST_VALUES));
          return false;
        }
      }
    }
    return true;
  }

  /** A tree as a file. The same tree always gives the same bytes, and they are those of a form that was written by hand with care. */
  static byte[] write(JsonNode tree) {
    try {
      return (JSON.writer(LAYOUT).writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException impossible) {
      throw new IllegalStateException("A tree that was read cannot be written", impossible);
    }
  }

  /** A tree in one line, for those who read text. */
  static String text(JsonNode tree) {
    return tree.toString();
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)
        .withObjectEmptySeparator("").withArrayEmptySeparator("")).withObjectIndenter(lines).withArrayIndenter(lines);
  }
}
