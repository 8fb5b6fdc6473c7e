package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the program ships goes through its own gate. */
@StileTest
class GateTest {

  @Autowired
  Gate gate;

  static Stream<String> shipped() throws IOException {
    return Files.list(Path.of("bpmn")).map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".bpmn"))
        .map(file -> file.replace(".bpmn", "")).sorted();
  }

  static Bundle bundle(String process) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Stream.concat(Files.list(Path.of("bpmn")).filter(file -> file.getFileName().toString().matches(process + "(\\.bpmn|-.*\\.dmn)")),
        Files.exists(Path.of("forms", process)) ? Files.list(Path.of("forms", process)) : Stream.of())) {
      for (Path file : found.toList()) {
        files.put(file.toString(), Files.readAllBytes(file));
      }
    }
    return new Bundle(process, files);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void letsEveryShippedModelPass(String process) throws IOException {
    Bundle bundle = bundle(process);
    assertThat(gate.check(bundle).findings()).isEmpty();
    Bundle passed = gate.checkShipped(bundle).checked();
    assertThat(passed.files().keySet()).isEqualTo(bundle.files().keySet());
    assertThat(gate.check(passed).findings()).as("what is written passes again").isEmpty();
    assertThat(gate.check(Kind.BPMN, bundle.file(Bundle.diagramOf(process)).orElseThrow()).findings()).as("by itself").isEmpty();
  }
}
