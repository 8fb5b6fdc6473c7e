package io.stile.catalogue;

import io.stile.catalogue.Publication.Source;
import io.stile.engine.Models;
import io.stile.engine.PublishedVersion;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.gate.BundleVerdict;
import io.stile.gate.Gate;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Publishes the models that come with the program when they have changed since it started last. Never over an edit: where the newest version
 * is an owner's, the new one is offered to him.
 */
@Component
@Order(ShippedModels.ORDER)
class ShippedModels implements ApplicationRunner {

  /** Before whatever needs a request type at the start. */
  static final int ORDER = 0;

  private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
  private static final String NOTE = "Came with the program.";

  private final ShippedBundles bundles;
  private final ShippedTable shipped;
  private final Publications publications;
  private final PublicationTable table;
  private final Models models;
  private final Gate gate;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  ShippedModels(ShippedBundles bundles, ShippedTable shipped, Publications publications, PublicationTable table, Models models, Gate gate,
      UnitOfWork unitOfWork, Clock clock) {
    this.bundles = bundles;
    this.shipped = shipped;
    this.publications = publications;
    this.table = table;
    this.models = models;
    this.gate = gate;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    unitOfWork.run(() -> models.published().forEach(this::adopt));
    bundles.all().forEach(bundle -> unitOfWork.run(() -> bring(bundle)));
  }

  /** Whatever was published before there were publications came with the program. */
  private void adopt(PublishedVersion found) {
    table.adopt(found, NOTE);
  }

  /** What the program brings of a model: published, offered or known already. Two nodes that start at once wait for each other. */
  void bring(Bundle bundle) {
    String model = bundle.key();
    table.lock(model);
    String digest = bundle.digest();
    if (shipped.digest(model).filter(digest::equals).isPresent() && table.newest(model).isPresent()) {
      return;
    }
    Optional<Publication> newest = table.newest(model);
    Optional<Bundle> checked = checked(bundle, newest.isPresent());
    boolean same = newest.isPresent() && Set.of(digest, checked.map(Bundle::digest).orElse(digest))
        .contains(publications.bundle(newest.get()).digest());
    boolean offered = newest.isPresent() && !same && (newest.get().source() != Source.SHIPPED || checked.isEmpty());
    if (!same && !offered) {
      publications.ship(checked.orElseThrow(), NOTE);
      LOG.debug("Published {} with {}", model, bundle.files().keySet());
    }
    shipped.keep(model, digest, clock.instant(), offered);
  }

  /**
   * What the program brings, as the gate lets it through; empty if it does not. Rules of good modelling are kept by the build, and what the
   * organisation lacks is shown to administrators: neither keeps a new installation from starting.
   */
  private Optional<Bundle> checked(Bundle bundle, boolean canWait) {
    BundleVerdict verdict = gate.checkShipped(bundle);
    if (verdict.accepted()) {
      return Optional.of(verdict.checked());
    }
    if (!canWait) {
      throw PublicationRefused.findings(bundle.key(), verdict.findings());
    }
    LOG.error("The shipped version of {} is not published: {}", bundle.key(), verdict.findings());
    return Optional.empty();
  }
}
