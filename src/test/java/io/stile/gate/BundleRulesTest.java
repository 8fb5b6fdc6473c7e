package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
      "billing, forms/billing/start.form, billing.start, true",
      "billing, forms/billing/other.form, billing.start, false",
      "billing, forms/billing-dispute/start.form, billing-dispute.start, false",
      "billing, bpmn/billing-route.dmn, billing-route, true",
      "billing, bpmn/billing-dispute-route.dmn, billing-dispute-route, false",
      "billing-dispute, bpmn/billing-dispute-route.dmn, billing-dispute-route, true",
      "billing, bpmn/credit-authority.dmn, credit-authority, false",
      "billing, bpmn/billing-route.dmn, billing-other, false",
      "billing, bpmn/other.bpmn, other, false",
      "billing, bpmn/billing.txt, billing, false"})
  void aFileLiesWhereItsIdSaysAndTakesNoForeignKey(String key, String path, String id, boolean fine) {
    byte[] content = (path.endsWith(".form") ? "{\"id\":\"" + id + "\"}"
        : "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'><decision id='" + id + "'/></definitions>").getBytes(StandardCharsets.UTF_8);
    Bundle bundle = new Bundle(key, Map.of(path, content, Bundle.diagramOf(key), new byte[0]));
    assertThat(BundleRules.misplaced(bundle, new Published()).containsKey(path)).isEqualTo(!fine);
  }
}
