package io.stile.catalogue;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.audit.Audit;
import io.stile.audit.AuditFilter;
import io.stile.catalogue.ApprovalRule.Kind;
import io.stile.catalogue.PlannedPublication.State;
import io.stile.catalogue.Publication.Source;
import io.stile.customer.Interaction.Channel;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.studio.DraftBundles;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NewType;
import io.stile.studio.NewTypes;
import io.stile.studio.Publishing;
import io.stile.studio.Template;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a draft to a version on which requests run: at once, on its date, by two people, and beside what the program brings. */
@StileTest
class PublicationsTest {

  private static final String ANNA = "owner.phone-swap";
  private static final String BERT = "owner.billing-dispute";
  private static final AtomicInteger TYPES = new AtomicInteger();

  @Autowired NewTypes types;
  @Autowired Publishing publishing;
  @Autowired Publications publications;
  @Autowired PlannedPublications plans;
  @Autowired PlannedDates dates;
  @Autowired ApprovalRules rules;
  @Autowired Retirements retirements;
  @Autowired ShippedModels shippedModels;
  @Autowired ShippedOffers offers;
  @Autowired DraftBundles bundles;
  @Autowired ModelDrafts drafts;
  @Autowired RequestTypes requestTypes;
  @Autowired Requests requests;
  @Autowired Requesting people;
  @Autowired UnitOfWork unitOfWork;
  @Autowired Audit audit;
  @Autowired TestClock clock;

  private String type;

  @BeforeEach
  void beginAType() {
    type = "lent-device-" + TYPES.incrementAndGet();
    unitOfWork.run(() -> types.begin(Template.ONE_DEPARTMENT, new NewType(type, "Lent device", ANNA, "P2D", "front-office", "logistics", null), ANNA));
  }

  @AfterEach
  void leaveTheRuleAsItWas() {
    set(Kind.NONE);
    drafts.discard(type, ANNA);
  }

  @Test
  void aNewTypeServesCustomersWithoutRestart() {
    assertThat(publish("First").orElseThrow().number()).isEqualTo(1);
    assertThat(drafts.of(type)).isEmpty();
    Request request = open();
    people.complete(request, "UserTask_HandleRequest", "logistics1", Map.of("doneNote", "Lent"));
    assertThat(people.now(request).state()).isEqualTo(Request.State.CLOSED);
    assertThat(audit.entries(new AuditFilter(ANNA, "model", type, null, null), null, 9)).extracting(entry -> entry.act()).contains("began", "published");
  }

  @Test
  void ofTwoAtTheSameInstantOneIsPublishedAndTheOtherHearsWho() {
    String seen = drafts.bundle(type).digest();
    Callable<String> one = () -> told(() -> unitOfWork.of(() -> publishing.publish(type, seen, "Mine", null, ANNA)));
    Callable<String> other = () -> told(() -> unitOfWork.of(() -> publishing.publish(type, seen, "Ours", null, "admin")));
    assertThat(atOnce(one, other)).containsOnlyOnce("published").anyMatch(text -> text.contains("version 1 was published"));
    assertThat(publications.of(type)).hasSize(1);
  }

  @Test
  void whoeverHasNotSeenANewerVersionIsToldWhoPublishedIt() {
    publish("First");
    change("P2D", "P3D");
    NewPublication stale = new NewPublication(drafts.bundle(type), Source.EDITED, BERT, Set.of(BERT), "Late", publications.newest(type).orElseThrow().version(), false);
    publish("Second");
    assertThatThrownBy(() -> unitOfWork.of(() -> publications.publish(stale, null))).hasMessageContaining("Hannah Weiss has published version 2");
  }

  @Test
  void nothingIsPublishedThatTheGateHasFoundSomethingIn() {
    change("candidateGroups=\"logistics\"", "candidateGroups=\"nobody-knows-them\"");
    assertThatThrownBy(() -> publish("Broken")).isInstanceOfSatisfying(PublicationRefused.class, refused -> assertThat(refused.findings()).isNotEmpty());
    assertThat(publications.of(type)).isEmpty();
  }

  @Test
  void whatWaitsForASecondPersonIsPublishedAsItWasApproved() {
    set(Kind.ALL);
    assertThat(publish("First")).isEmpty();
    PlannedPublication plan = plans.openOf(type).orElseThrow();
    assertThatThrownBy(() -> unitOfWork.of(() -> plans.approve(plan.id(), ANNA))).hasMessageContaining("somebody else");
    Publication published = unitOfWork.of(() -> plans.approve(plan.id(), BERT)).orElseThrow();
    assertThat(published).returns(ANNA, Publication::author).returns(BERT, Publication::approver);
    assertThat(drafts.of(type)).isEmpty();
  }

  @Test
  void aChangeOfTheDraftVoidsTheApproval() {
    set(Kind.ALL);
    publishAt("Later", clock.now().plus(Duration.ofHours(1)));
    PlannedPublication plan = plans.openOf(type).orElseThrow();
    unitOfWork.of(() -> plans.approve(plan.id(), BERT));
    change("P2D", "P4D");
    clock.advance(Duration.ofHours(2));
    dates.publishDue();
    assertThat(plans.newestOf(type)).hasValueSatisfying(ended -> assertThat(ended.state()).isEqualTo(State.VOID));
    assertThat(publications.of(type)).isEmpty();
    assertThat(drafts.of(type)).isPresent();
  }

  @Test
  void whatIsPlannedIsPublishedOnceOnItsDate() {
    publishAt("On Monday", clock.now().plus(Duration.ofHours(1)));
    dates.publishDue();
    assertThat(publications.of(type)).isEmpty();
    clock.advance(Duration.ofHours(2));
    Callable<String> node = () -> {
      dates.publishDue();
      return "done";
    };
    atOnce(node, node);
    assertThat(publications.of(type)).singleElement().returns(ANNA, Publication::author);
  }

  @Test
  void whatANodeWasPublishingWhenItDiedIsPublishedOnceByTheNext() {
    publishAt("On Monday", clock.now().plus(Duration.ofHours(1)));
    clock.advance(Duration.ofHours(2));
    assertThatThrownBy(() -> unitOfWork.run(() -> {
      dates.publishDue();
      assertThat(publications.of(type)).hasSize(1);
      throw new IllegalStateException("gone before the end of the transaction");
    })).hasMessageContaining("gone before");
    assertThat(publications.of(type)).isEmpty();
    assertThat(plans.openOf(type)).isPresent();

    dates.publishDue();
    dates.publishDue();
    assertThat(publications.of(type)).singleElement().returns(1, Publication::number);
    assertThat(plans.openOf(type)).isEmpty();
  }

  @Test
  void whatCannotBePublishedOnItsDateIsToldAndNotLost() {
    publish("First");
    change("P2D", "P3D");
    publishAt("On Monday", clock.now().plus(Duration.ofHours(1)));
    NewPublication faster = new NewPublication(changed(publications.bundle(publications.newest(type).orElseThrow()), "P2D", "P5D"), Source.EDITED, BERT,
        Set.of(BERT), "Faster", publications.newest(type).orElseThrow().version(), false);
    unitOfWork.of(() -> publications.publish(faster, null));
    clock.advance(Duration.ofHours(2));
    dates.publishDue();
    assertThat(plans.newestOf(type)).hasValueSatisfying(ended -> assertThat(ended).returns(State.REFUSED, PlannedPublication::state)
        .extracting(PlannedPublication::outcome).asString().contains("has published version 2"));
    assertThat(drafts.of(type)).isPresent();
  }

  @Test
  void noNewRequestOfARetiredTypeIsOpenedUntilItIsBroughtBack() {
    publish("First");
    Request running = open();
    retirements.retire(type, "Open a phone swap instead.", ANNA);
    assertThat(requestTypes.forCustomers()).extracting(RequestType::key).doesNotContain(type);
    assertThatThrownBy(this::open).isInstanceOf(RequestRefused.class).hasMessageContaining("Open a phone swap instead.");
    people.complete(running, "UserTask_HandleRequest", "logistics1", Map.of());
    assertThat(people.now(running).state()).isEqualTo(Request.State.CLOSED);
    retirements.bringBack(type, ANNA);
    assertThat(open().type()).isEqualTo(type);
  }

  @Test
  void anEarlierVersionIsRestoredAsADraft() {
    Bundle first = publications.bundle(publish("First").orElseThrow());
    change("P2D", "P3D");
    publish("Second");
    unitOfWork.run(() -> bundles.begin(first, ANNA, false));
    assertThatThrownBy(() -> unitOfWork.run(() -> bundles.begin(first, BERT, false))).hasMessageContaining("Hannah Weiss has a draft");
    assertThat(publish("Back").orElseThrow()).returns(3, Publication::number).returns(Source.RESTORED, Publication::source);
  }

  @Test
  void anUpgradeOffersItsVersionWhereTheOwnerHasEdited() {
    Bundle shipped = drafts.bundle(type);
    drafts.discard(type, ANNA);
    bring(shipped);
    assertThat(publications.of(type)).singleElement().returns(Source.SHIPPED, Publication::source);
    bring(changed(shipped, "P2D", "P3D"));
    bring(changed(shipped, "P2D", "P3D"));
    assertThat(publications.of(type)).hasSize(2);

    change("P3D", "P4D");
    publish("Edited");
    bring(changed(shipped, "P2D", "P3D"));
    assertThat(offers.of(type)).isEmpty();
    bring(changed(shipped, "P2D", "P6D"));
    assertThat(publications.newest(type)).hasValueSatisfying(newest -> assertThat(newest.note()).isEqualTo("Edited"));
    ShippedOffer offer = offers.of(type).orElseThrow();
    offers.dismiss(type, offer.digest(), ANNA);
    bring(changed(shipped, "P2D", "P6D"));
    assertThat(offers.of(type)).isEmpty();
    bring(changed(shipped, "P2D", "P7D"));
    assertThat(offers.of(type)).isPresent();
  }

  private void bring(Bundle bundle) {
    unitOfWork.run(() -> shippedModels.bring(bundle));
  }

  private Optional<Publication> publish(String note) {
    return publishAt(note, null);
  }

  private Optional<Publication> publishAt(String note, Instant at) {
    return unitOfWork.of(() -> publishing.publish(type, drafts.bundle(type).digest(), note, at, ANNA));
  }

  private Request open() {
    return unitOfWork.of(() -> requests.open(new Opening(type, people.customerInGoodStanding().id(), "front1", Channel.PHONE, "Lend me one.", null, Map.of())));
  }

  private void change(String from, String to) {
    String path = Bundle.diagramOf(type);
    String content = new String(changed(drafts.bundle(type), from, to).files().get(path), StandardCharsets.UTF_8);
    drafts.save(type, path, content, drafts.file(type, path).orElseThrow().revision(), ANNA);
  }

  private static Bundle changed(Bundle bundle, String from, String to) {
    String path = Bundle.diagramOf(bundle.key());
    return bundle.with(path, new String(bundle.files().get(path), StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private void set(Kind kind) {
    unitOfWork.run(() -> rules.set(new ApprovalRule(kind, Set.of(), rules.rule().version())));
  }

  private static String told(Callable<Optional<Publication>> work) throws Exception {
    try {
      return work.call().isPresent() ? "published" : "waits";
    } catch (PublicationRefused refused) {
      return refused.getMessage();
    }
  }
}
