package io.stile.catalogue;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New shipped versions that wait for the answer of an owner who has published an edit of his own. */
@Service
public class ShippedOffers {

  private final ShippedTable table;
  private final Publications publications;
  private final Audit audit;
  private final Clock clock;

  ShippedOffers(ShippedTable table, Publications publications, Audit audit, Clock clock) {
    this.table = table;
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
   * Answers an offer because its files were taken as a draft.
   *
   * @throws PublicationRefused if it is not offered any more
   */
  @Transactional
  public void taken(ShippedOffer offer, String by) {
    answer(offer.model(), offer.digest(), "TAKEN", by);
    audit.record(by, "took the shipped version as a draft", publications.subject(offer.model()), new Changes());
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
