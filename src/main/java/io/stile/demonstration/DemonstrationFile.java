package io.stile.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The files that say what the demonstration company is made of: a line a thing, its parts separated by semicolons. */
final class DemonstrationFile {

  private DemonstrationFile() {
  }

  /** All lines but comments (#), in parts without the spaces around them; a part that is empty at the end is kept. */
  static List<List<String>> rows(String name) {
    return lines(name).stream().map(line -> Arrays.stream(line.split(";", -1)).map(String::strip).toList()).toList();
  }

  static List<String> lines(String name) {
    try {
      String text = new ClassPathResource("demonstration/" + name).getContentAsString(StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException missing) {
      throw new UncheckedIOException("the demonstration company lacks its file " + name, missing);
    }
  }

  /** The words of a part that lists several. */
  static List<String> words(String part) {
    return Arrays.stream(part.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }
}
