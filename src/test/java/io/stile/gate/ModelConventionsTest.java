package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every model, form and decision table keeps the conventions, and every rule notices when one does not. */
class ModelConventionsTest {

  private static final ModelFolder PROJECT = ModelFolder.read(Path.of(""));
  /** A small request type that keeps every convention; the broken ones are this one, wrong in one place. */
  private static final ModelFolder SAMPLE = ModelFolder.read(Path.of("src/test/resources/io/stile/catalogue/sim-swap"));

  @Test
  void findsModelsFormsAndDecisions() {
    assertThat(PROJECT.models()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(m -> assertThat(m.drawn().nodes()).hasSizeGreaterThan(5));
    assertThat(PROJECT.models()).extracting(ModelFile::id).contains("phone-swap", "escalation", "promise");
    assertThat(PROJECT.forms()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(PROJECT.decisions()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isKeptByEveryModelAndForm(Convention convention) {
    assertThat(convention.findings(PROJECT)).as(convention.key()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isKeptByTheSample(Convention convention) {
    assertThat(convention.findings(SAMPLE)).as(convention.key()).isEmpty();
  }

  @TestFactory
  List<DynamicTest> noticesWhatBreaksIt() {
    return BrokenModels.ALL.stream().map(broken -> DynamicTest.dynamicTest(broken.convention().key() + ": " + broken.finding(),
        () -> assertThat(broken.convention().findings(broken.in(SAMPLE))).as(broken.path())
            .anySatisfy(f -> assertThat(f).contains(broken.finding())))).toList();
  }

  @Test
  void hasABrokenModelForEveryConvention() {
    Set<Convention> probed = BrokenModels.ALL.stream().map(BrokenModels.Broken::convention)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Convention.class)));
    assertThat(EnumSet.complementOf(EnumSet.copyOf(probed))).isEmpty();
  }

  @Test
  void listsEveryConventionOnItsPage() throws IOException {
    String page = Files.readString(Path.of("docs/bpmn-conventions.md"));
    Set<String> listed = Pattern.compile("\\| `([a-z-]+)` \\|$", Pattern.MULTILINE).matcher(page).results()
        .map((MatchResult r) -> r.group(1)).collect(Collectors.toSet());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(Arrays.stream(Convention.values()).map(Convention::key).toList());
  }
}
