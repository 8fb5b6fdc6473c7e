package io.stile.studio.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.stile.catalogue.ApprovalRule;
import io.stile.catalogue.ApprovalRule.Kind;
import io.stile.catalogue.ApprovalRules;
import io.stile.catalogue.PlannedPublications;
import io.stile.catalogue.Publication;
import io.stile.catalogue.Retirements;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NewType;
import io.stile.studio.NewTypes;
import io.stile.studio.Publishing;
import io.stile.studio.Template;
import io.stile.testkit.Browsers;
import io.stile.testkit.Person;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages around the editors of the studio, in each state in which a process owner finds them. */
@StileTest
class StudioPagesBrowserTest {

  private static final String OWNER = "owner.phone-swap";
  private static final String SECOND = "owner.billing-dispute";
  private static final String LONG_NAME = "Exchange of a damaged, lost or stolen Rindfleischetikettierungsüberwachungsgerät";

  @RegisterExtension final Browsers browsers = new Browsers();
  @Autowired NewTypes types;
  @Autowired ModelDrafts drafts;
  @Autowired Publishing publishing;
  @Autowired PlannedPublications plans;
  @Autowired ApprovalRules rules;
  @Autowired Retirements retirements;
  @Autowired UnitOfWork unitOfWork;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private final List<String> begun = new ArrayList<>();

  @AfterEach
  void leaveNothing() {
    rule(Kind.NONE, Set.of());
    begun.forEach(type -> {
      plans.openOf(type).ifPresent(plan -> unitOfWork.run(() -> plans.cancel(plan.id(), OWNER)));
      drafts.discard(type, OWNER);
      jdbc.sql("delete from shipped_bundle where model = ?").param(type).update();
    });
  }

  @Test
  void theListShowsEachStateAndItsMainActionIsReachedByKeys() {
    begin("looks-draft", LONG_NAME);
    begin("looks-planned", "Spare device for the holidays");
    publish("looks-planned", "Before the summer starts, as the shops have asked for", clock.now().plus(Duration.ofDays(3)));
    begin("looks-retired", "Fax number");
    publish("looks-retired", "First", null);
    retirements.retire("looks-retired", "Nobody has a fax any more; open a phone swap instead.", OWNER);
    begin("looks-offered", "Second card");
    publish("looks-offered", "First", null);
    offer("looks-offered");

    Person owner = browsers.signIn(OWNER);
    look(owner, "/studio", "list");
    Page page = owner.page();
    assertThat(page.locator("main")).containsText("Shipped version offered");
    glance(owner, "/studio?q=nothing+like+that", "list-empty");
    look(owner, "/studio/looks-offered", "model-offered");
    glance(owner, "/studio/looks-retired", "model-retired");
    glance(owner, "/studio/looks-planned/publication", "publication-planned");

    owner.opens("/studio").page().locator("main a").first().focus();
    for (int presses = 0; presses < 5 && !owner.page().url().endsWith("/new"); presses++) {
      boolean there = Boolean.TRUE.equals(page.evaluate("() => document.activeElement.textContent.trim() === 'New request type'"));
      owner.presses(there ? "Enter" : "Tab");
      if (there) {
        page.waitForURL("**/studio/new");
      }
    }
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("New request type");
    look(owner, "/studio/new", "new");
  }

  @Test
  void aModelIsReadableWhateverItIs() {
    begin("looks-fresh", LONG_NAME);
    Person owner = browsers.signIn(OWNER);
    look(owner, "/studio/phone-swap", "model");
    glance(owner, "/studio/escalation", "model-protocol");
    glance(owner, "/studio/credit-authority", "model-table");
    glance(owner, "/studio/looks-fresh", "model-fresh");
    glance(owner, "/studio/looks-fresh/publication", "publication-first");
    glance(owner, "/studio/phone-swap/publication", "publication-none");
    look(owner, "/studio/phone-swap/versions/1", "version");
    look(owner, "/studio/phone-swap/uses?kind=department&name=logistics", "uses");
    glance(owner, "/studio/phone-swap/uses?kind=field&name=nobodyAsksForIt", "uses-none");
    glance(owner, "/studio/phone-swap/running", "running");
    glance(owner, "/studio/phone-swap/compare", "compare-none");
  }

  @Test
  void whoeverMayNotChangeAModelReadsAllOfIt() {
    begin("looks-wrong", LONG_NAME);
    change("looks-wrong", "camunda:candidateGroups=\"logistics\"", "camunda:candidateGroups=\"moonbase\"");
    Person second = browsers.signIn(SECOND);
    look(second, "/studio/phone-swap/diagram", "diagram-read");
    look(second, "/studio/phone-swap/forms/reserve-handset", "form-read");
    look(second, "/studio/phone-swap/decisions/phone-swap-eligibility", "decision-read");
    assertThat(second.page().locator("main")).containsText("less than 6");
    look(second, "/studio/looks-wrong/publication", "publication-wrong");
    assertThat(second.page().locator("main")).containsText("Step “Handle the request”, department");
  }

  @Test
  void aDraftIsFollowedFromImportToTheSecondPerson() {
    Person owner = browsers.signIn(OWNER);
    look(owner, "/studio/import", "import");
    imports(owner, "looks-imported");
    assertThat(owner.page().locator("main")).containsText("What was dropped");
    looks(owner, "publication-imported");
    imports(owner, "looks-imported");
    glances(owner, "import-conflict");

    begin("looks-asked", "Spare device");
    publish("looks-asked", "First", null);
    change("looks-asked", "P2D", "P3D");
    glance(owner, "/studio/looks-asked", "model-drafted");
    look(owner, "/studio/looks-asked/publication", "publication-ready");
    rule(Kind.SOME, Set.of("looks-asked"));
    publish("looks-asked", "A day more, because logistics closes at noon on Fridays.", null);
    glance(owner, "/studio/looks-asked/publication", "publication-asked");
    Person second = browsers.signIn(SECOND);
    look(second, "/studio/looks-asked/publication", "publication-second");
    unitOfWork.run(() -> plans.decline(plans.openOf("looks-asked").orElseThrow().id(), "Customers were promised two days until the end of the year.", SECOND));
    look(owner, "/studio/looks-asked/publication", "publication-declined");
    publish("looks-asked", "A day more from January on.", null);
    change("looks-asked", "P3D", "P4D");
    glance(owner, "/studio/looks-asked/publication", "publication-changed");

    Person administrator = browsers.signIn("admin");
    look(administrator, "/admin/publishing", "publishing");
    glance(administrator, "/studio/audit", "audit");
  }

  private static void look(Person person, String address, String name) {
    person.opens(address);
    looks(person, name);
  }

  /** Expects a page that everybody can read, in light and dark, at any width. */
  private static void looks(Person person, String name) {
    settles(person, name);
    person.expectsAccessible();
    person.expectsToFitAPhone();
  }

  /** For another state of a page that is looked at in the dark elsewhere. */
  private static void glance(Person person, String address, String name) {
    person.opens(address);
    glances(person, name);
  }

  private static void glances(Person person, String name) {
    settles(person, name);
    person.expectsAccessibleInLight();
    person.expectsToFitAPhone();
  }

  /** Expects that the page is there and moves the focus nowhere by itself. */
  private static void settles(Person person, String name) {
    Page page = person.page();
    assertThat(page.locator("main h1")).hasCount(1);
    assertThat(page.locator(".problem")).hasCount(0);
    page.waitForFunction("() => !document.querySelector('stile-modeler:not([ready])')");
    if (page.locator("[hx-trigger='load']").count() > 0) {
      page.locator(".difference").waitFor();
      assertThat(page.locator(".difference :focus")).hasCount(0);
    }
    person.screenshots("studio-pages-" + name);
  }

  private void imports(Person owner, String key) {
    begun.add(key);
    String drawn = new String(drafts.published("phone-swap").file(Bundle.diagramOf("phone-swap")).orElseThrow(), StandardCharsets.UTF_8);
    String elsewhere = drawn.replace("id=\"phone-swap\"", "id=\"" + key + "\"").replaceFirst("definitions ",
        "definitions xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Platform\" ");
    Page page = owner.opens("/studio/import").page();
    page.setInputFiles("#file", new FilePayload("elsewhere.bpmn", "application/xml", elsewhere.getBytes(StandardCharsets.UTF_8)));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import").setExact(true)).click();
  }

  private void begin(String key, String name) {
    begun.add(key);
    unitOfWork.run(() -> types.begin(Template.ONE_DEPARTMENT, new NewType(key, name, OWNER, "P2D", "front-office", "logistics", null), OWNER));
  }

  private Optional<Publication> publish(String key, String note, Instant at) {
    return unitOfWork.of(() -> publishing.publish(key, drafts.bundle(key).digest(), note, at, OWNER));
  }

  private void change(String key, String from, String to) {
    String path = Bundle.diagramOf(key);
    String drawn = new String(drafts.bundle(key).file(path).orElseThrow(), StandardCharsets.UTF_8);
    drafts.save(key, path, drawn.replace(from, to), drafts.file(key, path).orElseThrow().revision(), OWNER);
  }

  /** As if an upgrade had brought another version than the one that was published here. */
  private void offer(String key) {
    jdbc.sql("insert into shipped_bundle (model, digest, brought_at, offered_at) values (?, 'another', ?, ?)")
        .params(key, clock.now().atOffset(ZoneOffset.UTC), clock.now().atOffset(ZoneOffset.UTC)).update();
  }

  private void rule(Kind kind, Set<String> models) {
    unitOfWork.run(() -> rules.set(new ApprovalRule(kind, models, rules.rule().version())));
  }
}
