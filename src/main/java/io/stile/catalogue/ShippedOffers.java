package io.stile.catalogue;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.gate.Bundle;
import io.stile.gate.BundleVerdict;
import io.stile.gate.Gate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New shipped versions that wait for the answer of an owner who has published an edit of his own. */
@Service
public class ShippedOffers {

  private final ShippedTable table;
  private final ShippedBundles shipped;
  private final Gate gate;
  private final Publications publications;
  private final Audit audit;
  private final Clock clock;

  ShippedOffers(ShippedTable table, ShippedBundles shipped, Gate gate, Publications publications, Audit audit, Clock clock) {
    this.table = table;
    this.shipped = shipped;
    this.gate = gate;
    this.publications = publications;
    this.audit = audit;
    this.clock = clock;
  }

  /** All that wait for an answer, by model. */
  public List<ShippedOffer> all() {
    return table.offers();
  }

  /** What is offered of a model, empty if nothing. */
  public Optional<ShippedOffer> of(String model) {
    return all().stream().filter(offer -> offer.model().equals(model)).findFirst();
  }

  /**
   * What the program brings of a model, as it would be published: only then nothing differs from what was published of it before.
   *
   * @throws PublicationRefused if it brings nothing of it
   */
  public Bundle brought(String model) {
    Bundle raw = raw(model);
    BundleVerdict verdict = gate.checkShipped(raw);
    return verdict.accepted() ? verdict.checked() : raw;
  }

  /** Keeps that what the program brings was taken as a draft, which answers the offer of it if there is one. */
  @Transactional
  public void taken(String model, String by) {
    String digest = raw(model).digest();
    if (of(model).filter(offer -> offer.digest().equals(digest)).isPresent()) {
      answer(model, digest, "TAKEN", by);
    }
    audit.record(by, "took the shipped version as a draft", publications.subject(model), new Changes());
  }

  private Bundle raw(String model) {
    return shipped.of(model).orElseThrow(() -> PublicationRefused.unknown("shipped version of '%.64s'".formatted(model)));
  }

  /**
   * Answers an offer: this shipped version is not wanted. The next one is offered again.
   *
   * @throws PublicationRefused if it is not offered any more
   */
  @Transactional
  public void dismiss(String model, String digest, String by) {
    answer(model, digest, "DISMISSED", by);
    audit.record(by, "dismissed the shipped version", publications.subject(model), new Changes());
  }

  private void answer(String model, String digest, String answer, String by) {
    if (!table.answer(model, digest, answer, by, clock.instant())) {
      throw PublicationRefused.conflict("This shipped version of “%s” is not offered any more.".formatted(publications.name(model)));
    }
  }
}
