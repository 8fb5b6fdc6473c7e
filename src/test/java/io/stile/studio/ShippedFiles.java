package io.stile.studio;

import io.stile.gate.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models that come with the program, as files. */
final class ShippedFiles {

  private ShippedFiles() {}

  static String text(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All paths below {@code bpmn} and {@code forms}. */
  static List<String> paths() {
    try (Stream<Path> models = Files.walk(Path.of("bpmn")); Stream<Path> forms = Files.walk(Path.of("forms"))) {
      return Stream.concat(models, forms).filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Bundle phoneSwap() {
    Map<String, byte[]> files = new TreeMap<>();
    paths().stream().filter(path -> path.startsWith("bpmn/phone-swap") || path.startsWith("forms/phone-swap/"))
        .forEach(path -> files.put(path, text(path).getBytes(StandardCharsets.UTF_8)));
    return new Bundle("phone-swap", files);
  }
}
