package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the files of a bundle lie, and whose they are. */
class BundleRulesTest {

  private static final class Published implements Known {

    @Override
    public Set<String> departments() {
      return Set.of();
    }

    @Override
    public Set<String> calendars() {
      return Set.of();
    }

    @Override
    public boolean processOwner(String signIn) {
      return false;
    }

    @Override
    public boolean process(String id) {
      return Set.of("billing", "billing-dispute").contains(id);
    }

    @Override
    public Optional<String> accountable(String process) {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> published(String process, String path) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
      "billing, forms/billing/start.form, billing.start, ''",
      "billing, forms/billing/other.form, billing.start, id-is-its-place",
      "billing, forms/billing-dispute/start.form, billing-dispute.start, own-names",
      "billing, bpmn/billing-route.dmn, billing-route, ''",
      "billing, bpmn/billing-dispute-route.dmn, billing-dispute-route, own-names",
      "billing-dispute, bpmn/billing-dispute-route.dmn, billing-dispute-route, ''",
      "billing, bpmn/credit-authority.dmn, credit-authority, own-names",
      "credit-authority, bpmn/credit-authority.dmn, credit-authority, ''",
      "billing, bpmn/billing-route.dmn, billing-other, id-is-its-place",
      "billing, bpmn/other.bpmn, other, id-is-its-place",
      "billing, bpmn/billing.bpmn, billing, ''"})
  void aFileLiesWhereItsIdSaysAndTakesNoForeignKey(String key, String path, String id, String rule) {
    byte[] content = (path.endsWith(".form") ? "{\"id\":\"" + id + "\"}"
        : "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='" + id + "'/></definitions>").getBytes(StandardCharsets.UTF_8);
    Verdict verdict = new BundleRules(new Bundle(key, Map.of(path, content)), new Published()).with(path, new Verdict(List.of(), content));
    assertThat(verdict.findings()).extracting(Finding::rule).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    assertThat(verdict.accepted()).isEqualTo(verdict.checked() != null);
  }
}
