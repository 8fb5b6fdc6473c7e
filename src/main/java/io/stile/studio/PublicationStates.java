package io.stile.studio;

import io.stile.catalogue.Publications;
import io.stile.catalogue.ShippedBundles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was published under a number, and {@code shipped}: what this version of the program brings. */
@Component
class PublicationStates implements ModelStates {

  private static final String NUMBER = "[1-9][0-9]{0,8}";

  private final Publications publications;
  private final ShippedBundles shipped;

  PublicationStates(Publications publications, ShippedBundles shipped) {
    this.publications = publications;
    this.shipped = shipped;
  }

  @Override
  public Optional<ModelState> find(String model, String word) {
    if (word.equals("shipped")) {
      return shipped.of(model).map(bundle -> new ModelState(word, "As shipped", bundle));
    }
    return !word.matches(NUMBER) ? Optional.empty() : publications.version(model, Integer.parseInt(word))
        .map(version -> new ModelState(word, "Version " + version.number(), publications.bundle(version)));
  }
}
