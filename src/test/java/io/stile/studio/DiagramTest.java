package io.stile.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.gate.Bundle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known where, and what names what. */
class DiagramTest {

  private final Bundle bundle = ShippedFiles.phoneSwap();
  private final KnownNames names = new KnownNames();

  @Test
  void aFormKnowsWhatEarlierStepsAskedAndNotWhatLaterOnesDo() {
    List<String> known = names.atForm(bundle, "phone-swap.reserve-handset").stream().map(KnownName::key).toList();
    assertThat(known).contains("wantedDevice", "newPlan", "eligibility", "contractMonths", "customerTier").doesNotContain("trackingNumber", "handsetImei");
  }

  @Test
  void theFirstFormKnowsOnlyWhatThePlatformSays() {
    assertThat(names.atForm(bundle, "phone-swap.start")).extracting(KnownName::from).containsOnly("the platform");
  }

  @Test
  void aChoiceIsKnownWithItsOptionsAndADecisionWithItsResults() {
    assertThat(names.atForm(bundle, "phone-swap.reserve-handset")).filteredOn(name -> name.key().equals("wantedDevice")).singleElement()
        .satisfies(name -> assertThat(name.options()).extracting(KnownName.Choice::value).contains("aurora-5", "pebble-2"));
    assertThat(names.atForm(bundle, "phone-swap.reserve-handset")).filteredOn(name -> name.key().equals("eligibility")).singleElement()
        .satisfies(name -> assertThat(name.options()).extracting(KnownName.Choice::value).contains("eligible", "open-balance"));
  }

  @Test
  void whatCannotBeReadKnowsNothingAndHarmsNobody() {
    Bundle broken = bundle.with(Bundle.diagramOf("phone-swap"), "<broken".getBytes(StandardCharsets.UTF_8));
    assertThat(names.atForm(broken, "phone-swap.reserve-handset")).extracting(KnownName::from).containsOnly("the platform");
  }

  @Test
  void aNameIsFoundAsAWholeWordOutsideOfQuotes() {
    NamedIn name = new NamedIn("stock");
    assertThat(name.expression("${stock == true}")).isTrue();
    assertThat(name.expression("${inStock && stocks}")).isFalse();
    assertThat(name.expression("kind = \"stock\"")).isFalse();
    assertThat(name.expression("kind == &quot;stock&quot;")).isFalse();
    assertThat(name.replaced("${stock == 'stock' && inStock}", "left")).isEqualTo("${left == 'stock' && inStock}");
  }
}
