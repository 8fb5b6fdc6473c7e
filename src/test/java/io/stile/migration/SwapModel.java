package io.stile.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The files of the phone swap under a key of its own, to be changed by tests without touching what is shipped. */
record SwapModel(String key, Map<String, String> files) {

  private static final String SHIPPED = "phone-swap";

  /** As shipped. */
  static SwapModel of(String key) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> forms = Files.list(Path.of("forms", SHIPPED))) {
      add(files, key, Path.of("bpmn", SHIPPED + ".bpmn"));
      add(files, key, Path.of("bpmn", SHIPPED + "-eligibility.dmn"));
      forms.forEach(form -> add(files, key, form));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new SwapModel(key, files);
  }

  private static void add(Map<String, String> files, String key, Path file) {
    try {
      // The process owner is an employee who exists. Whoever looks for the phone swap at intake finds the shipped one alone.
      files.put(file.toString().replace(SHIPPED, key), Files.readString(file).replace(SHIPPED, key)
          .replace("owner." + key, "owner." + SHIPPED).replace("name=\"Phone swap\" isExecutable", "name=\"Copy " + key + "\" isExecutable"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** With another diagram. */
  SwapModel diagram(UnaryOperator<String> change) {
    return file("bpmn/" + key + ".bpmn", change);
  }

  /** With another form of a step, {@code reserve-handset}. */
  SwapModel form(String step, UnaryOperator<String> change) {
    return file("forms/" + key + "/" + step + ".form", change);
  }

  /** With a form of another name. */
  SwapModel renamedForm(String step, String other) {
    Map<String, String> renamed = new TreeMap<>(files);
    String form = renamed.remove("forms/" + key + "/" + step + ".form");
    renamed.put("forms/" + key + "/" + other + ".form", form.replace(key + "." + step, key + "." + other));
    return new SwapModel(key, renamed);
  }

  private SwapModel file(String name, UnaryOperator<String> change) {
    String before = files.get(name);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("nothing was changed in " + name);
    }
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(name, after);
    return new SwapModel(key, changed);
  }

  /** With another text in the place of one that the diagram has. */
  SwapModel replaced(String text, String by) {
    return diagram(diagram -> diagram.replace(text, by));
  }

  /** With a property of a step set to another value. */
  SwapModel property(String step, String property, String value) {
    return diagram(diagram -> diagram.replaceFirst(
        "(?s)(<bpmn:userTask id=\"" + step + "\".*?name=\"" + property + "\" value=\")[^\"]*", "$1" + value));
  }

  Map<String, byte[]> bytes() {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
