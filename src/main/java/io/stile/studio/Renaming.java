package io.stile.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries the new name of an answer through the draft of a model: conditions, tables and other forms that name the old one. */
@Service
public class Renaming {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*\\}");
  private static final Pattern HANDED_ON = Pattern.compile("(<camunda:in\\s[^>]*\\bsource=\")([A-Za-z0-9_]+)(\")");
  private static final Pattern CELL = Pattern.compile("(<(?:\\w+:)?text>)(.*?)(</(?:\\w+:)?text>)", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("(<(?:\\w+:)?inputData\\b[^>]*\\bname=\")([A-Za-z0-9_]+)(\")");

  private final ModelDrafts drafts;

  Renaming(ModelDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * Writes the new name wherever the draft has the old one.
   *
   * @return the files that changed, by path
   * @throws ModelDraftRefused if the new name is none, or is that of something else already: then the two could not be told apart any more
   * @throws StaleSave if somebody saves one of the files at the same instant
   */
  @Transactional
  public List<String> carry(String model, String from, String to, String by) {
    if (from == null || to == null || !KEY.matcher(to).matches() || !KEY.matcher(from).matches()) {
      throw new ModelDraftRefused("to", "A name has letters, digits and _, begins with a letter and is at most 64 characters long, but '%s' does not."
          .formatted(to == null ? "" : to.substring(0, Math.min(64, to.length()))));
    }
    Bundle bundle = drafts.bundle(model);
    refuseAmbiguous(bundle, from, to);
    NamedIn name = new NamedIn(from);
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
      String content = new String(file.getValue(), StandardCharsets.UTF_8);
      String renamed = renamed(Kind.ofFile(file.getKey()).orElseThrow(), content, name, to);
      if (!renamed.equals(content)) {
        drafts.save(model, file.getKey(), renamed, drafts.file(model, file.getKey()).orElseThrow().revision(), by);
        changed.add(file.getKey());
      }
    }
    return changed;
  }

  /** A form that asks for the new name beside the old one would ask the same twice. */
  private static void refuseAmbiguous(Bundle bundle, String from, String to) {
    for (String path : bundle.paths(Kind.FORM)) {
      Set<String> keys = bundle.file(path).flatMap(FormParts::tree).map(form -> Set.copyOf(form.findValuesAsText("key"))).orElse(Set.of());
      if (keys.contains(from) && keys.contains(to)) {
        throw new ModelDraftRefused("to", "%s has both “%s” and “%s”. Give the new one a name that stands nowhere yet."
            .formatted(Differences.title(Kind.FORM, path), from, to));
      }
    }
  }

  private static String renamed(Kind kind, String content, NamedIn name, String to) {
    return switch (kind) {
      case BPMN -> handedOn(EXPRESSION.matcher(content).replaceAll(found -> Matcher.quoteReplacement(name.replaced(found.group(), to))), name, to);
      case DMN -> named(INPUT, CELL.matcher(content).replaceAll(found -> Matcher.quoteReplacement(
          found.group(1) + name.replaced(found.group(2), to) + found.group(3))), name, to);
      case FORM -> form(content, name, to);
    };
  }

  private static String handedOn(String content, NamedIn name, String to) {
    return named(HANDED_ON, content, name, to).replaceAll("(camunda:resultVariable=\")" + Pattern.quote(name.toString()) + "\"",
        "$1" + Matcher.quoteReplacement(to) + "\"");
  }

  private static String named(Pattern places, String content, NamedIn name, String to) {
    return places.matcher(content).replaceAll(found -> Matcher.quoteReplacement(
        found.group(1) + (found.group(2).equals(name.toString()) ? to : found.group(2)) + found.group(3)));
  }

  private static String form(String content, NamedIn name, String to) {
    JsonNode form = FormParts.tree(content.getBytes(StandardCharsets.UTF_8)).orElse(null);
    if (form == null || !rename(form, name, to)) {
      return content;
    }
    try {
      DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
      lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
      return JSON.writer(lines).writeValueAsString(form) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A form that was read cannot be written", impossible);
    }
  }

  private static boolean rename(JsonNode node, NamedIn name, String to) {
    boolean changed = false;
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        if (field.getKey().equals("key") && field.getValue().asText().equals(name.toString())) {
          object.put("key", to);
          changed = true;
        } else if (name.formText(field.getValue())) {
          object.put(field.getKey(), name.formTextReplaced(field.getValue().textValue(), to));
          changed = true;
        } else {
          changed |= rename(field.getValue(), name, to);
        }
      }
    } else {
      for (JsonNode item : node) {
        changed |= rename(item, name, to);
      }
    }
    return changed;
  }
}
