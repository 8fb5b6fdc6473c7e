package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.gate.Bundle;
import io.stile.studio.NewType;
import io.stile.studio.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a new request type begins with keeps every convention as it is. */
class TemplateConventionsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void keepsEveryConvention(Template template) throws IOException {
    Bundle bundle = template.filled(new NewType("loan-phone", "Loan \"phone\" & charger", "owner.phone-swap", "P2D", "front-office", "logistics", "billing"));
    for (String path : bundle.files().keySet()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bundle.files().get(path));
    }
    ModelFolder read = ModelFolder.read(folder);
    List<String> findings = Arrays.stream(Convention.values()).flatMap(convention -> convention.findings(read).stream()
        .map(finding -> convention.key() + ": " + finding)).toList();
    assertThat(findings).isEmpty();
  }
}
