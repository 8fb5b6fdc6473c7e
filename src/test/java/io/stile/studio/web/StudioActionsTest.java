package io.stile.studio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.audit.Audit;
import io.stile.audit.AuditEntry;
import io.stile.audit.AuditFilter;
import io.stile.catalogue.ApprovalRule;
import io.stile.catalogue.ApprovalRule.Kind;
import io.stile.catalogue.ApprovalRules;
import io.stile.catalogue.NewPublication;
import io.stile.catalogue.PlannedPublications;
import io.stile.catalogue.Publication;
import io.stile.catalogue.Publication.Source;
import io.stile.catalogue.Publications;
import io.stile.catalogue.ShippedBundles;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NewType;
import io.stile.studio.NewTypes;
import io.stile.studio.Template;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What can be done with a model as a whole, through its pages: nothing is lost, and each act is in the audit log. */
@StileTest
class StudioActionsTest {

  private static final String ANNA = "owner.phone-swap";
  private static final String BERT = "owner.billing-dispute";
  private static final AtomicInteger MODELS = new AtomicInteger();

  @Autowired WebApplicationContext context;
  @Autowired ModelDrafts drafts;
  @Autowired NewTypes types;
  @Autowired Publications publications;
  @Autowired PlannedPublications plans;
  @Autowired ApprovalRules rules;
  @Autowired ShippedBundles shipped;
  @Autowired Audit audit;
  @Autowired Requesting people;
  @Autowired UnitOfWork unitOfWork;
  @Autowired JdbcClient jdbc;

  private MockMvc mvc;
  private String model;

  @BeforeEach
  void beginAModel() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    model = "acted-on-" + MODELS.incrementAndGet();
    unitOfWork.run(() -> types.begin(Template.ONE_DEPARTMENT, new NewType(model, "Acted on", ANNA, "P2D", "front-office", "logistics", null), ANNA));
  }

  @AfterEach
  void leaveNothing() {
    unitOfWork.run(() -> rules.set(new ApprovalRule(Kind.NONE, Set.of(), rules.rule().version())));
    drafts.discard(model, ANNA);
    drafts.discard("foreign-model", ANNA);
  }

  @Test
  void aDiagramOfAnotherToolBecomesADraftAndWhatWasDroppedIsListed() throws Exception {
    String foreign = text(Bundle.diagramOf(model)).replace(model, "foreign-model").replaceFirst("<([a-z0-9]+:)?startEvent ",
        "<!-- made elsewhere --><$1startEvent xmlns:x=\"urn:x\" x:color=\"red\" ");
    Map<String, Object> carried = new HashMap<>(imports(foreign.getBytes(StandardCharsets.UTF_8))
        .andExpect(redirectedUrl("/studio/foreign-model/publication")).andReturn().getFlashMap());
    mvc.perform(as(ANNA, get("/studio/foreign-model/publication").flashAttrs(carried))).andExpect(content().string(stringContainsInOrder(
        "What was dropped", "The comment “made elsewhere”", "The attribute “x:color=red”")));
    opens("/studio/foreign-model/diagram").andExpect(status().isOk());
    imports(foreign.getBytes(StandardCharsets.UTF_8)).andExpect(status().isConflict())
        .andExpect(content().string(stringContainsInOrder("Hannah Weiss has a draft", "name=\"replace\"")));
    assertThat(acts("foreign-model")).containsExactly("imported as a draft");
  }

  @Test
  void whatCannotBeImportedIsSaidAndChangesNothing() throws Exception {
    String before = drafts.bundle(model).digest();
    for (String garbage : List.of("", "hello", "<a><b></a>", "PK\u0003\u0004nothing", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "\0\0\0")) {
      imports(garbage.getBytes(StandardCharsets.UTF_8)).andExpect(status().isUnprocessableEntity())
          .andExpect(content().string(stringContainsInOrder("id=\"file-error\"", "</p>"))).andExpect(content().string(not(containsString("root:"))));
    }
    imports(new byte[2_000_000]).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("2,000,000 bytes")));
    assertThat(drafts.bundle(model).digest()).isEqualTo(before);
  }

  @Test
  void anExportIsImportedAgainAsTheSameFiles() throws Exception {
    publish();
    byte[] archive = opens("/studio/" + model + "/versions/1/bundle").andExpect(header().string("Content-Disposition", containsString(model + "-1.zip")))
        .andReturn().getResponse().getContentAsByteArray();
    Bundle first = drafts.published(model);
    change("P2D", "P3D");
    publish();
    imports(archive).andExpect(status().is3xxRedirection());
    assertThat(drafts.bundle(model).digest()).isEqualTo(first.digest());
  }

  @Test
  void aDraftGoesOnFromANewerVersionFileByFile() throws Exception {
    String form = drafts.bundle(model).files().keySet().stream().filter(path -> path.endsWith(".form")).findFirst().orElseThrow();
    publish();
    change("P2D", "P3D");
    drafts.save(model, form, text(form) + "\n", 0, ANNA);
    Publication first = publications.newest(model).orElseThrow();
    Bundle faster = publications.bundle(first).with(Bundle.diagramOf(model), text(Bundle.diagramOf(model)).replace("P3D", "P1D").getBytes(StandardCharsets.UTF_8));
    unitOfWork.of(() -> publications.publish(new NewPublication(faster, Source.EDITED, BERT, Set.of(BERT), "Faster", first.version(), false), null));
    opens("/studio/" + model).andExpect(content().string(stringContainsInOrder("after this draft was begun", "Go on from version")));
    sends("/studio/" + model + "/rebase", "theirs", form).andExpect(status().is3xxRedirection());
    assertThat(drafts.of(model).orElseThrow().files()).singleElement().satisfies(file -> assertThat(file.path()).isEqualTo(Bundle.diagramOf(model)));
    opens("/studio/" + model).andExpect(content().string(not(containsString("Go on from version"))));
    assertThat(acts(model)).contains("went on from the newest version");
  }

  @Test
  void anEarlierVersionComesBackAsADraftAndTakesTheOpenOneOnlyKnowingly() throws Exception {
    publish();
    change("P2D", "P3D");
    publish();
    change("P3D", "P4D");
    String restore = "/studio/" + model + "/versions/1/restore";
    sends(restore).andExpect(status().isConflict()).andExpect(content().string(containsString("Hannah Weiss has a draft")));
    assertThat(text(Bundle.diagramOf(model))).contains("P4D");
    sends(restore, "replace", "true").andExpect(status().is3xxRedirection());
    assertThat(text(Bundle.diagramOf(model))).contains("P2D");
    sends("/studio/" + model + "/discard").andExpect(redirectedUrl("/studio/" + model));
    assertThat(acts(model)).containsExactly("threw the draft away", "restored as a draft", "threw the draft away", "published", "published", "began");
  }

  @Test
  void aRetiredTypeIsOfferedNowhereUntilItIsBack() throws Exception {
    publish();
    long customer = people.customerInGoodStanding().id();
    String retire = "/studio/" + model + "/retire";
    sends(retire, "note", " ").andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("id=\"retire-error\"")));
    sends(retire, "note", "Open a phone swap instead.").andExpect(status().is3xxRedirection());
    sends(retire, "note", "Again").andExpect(status().isConflict());
    opens("/intake/" + customer).andExpect(status().isOk()).andExpect(content().string(not(containsString("type=" + model))));
    opens("/intake/" + customer + "?type=" + model).andExpect(status().isConflict()).andExpect(content().string(containsString("Open a phone swap instead.")));
    sends("/intake/" + customer, "type", model, "told", "Please").andExpect(status().isConflict());
    sends("/studio/" + model + "/bring-back").andExpect(status().is3xxRedirection());
    opens("/intake/" + customer + "?type=" + model).andExpect(status().isOk());
    assertThat(acts(model)).startsWith("brought back", "retired");
  }

  @Test
  void whatIsDeclinedComesBackWithItsReasonAndItsAuthorIsTold() throws Exception {
    unitOfWork.run(() -> rules.set(new ApprovalRule(Kind.SOME, Set.of(model), rules.rule().version())));
    publish();
    String decline = "/studio/%s/publication/%d/decline".formatted(model, plans.openOf(model).orElseThrow().id());
    mvc.perform(as(BERT, post(decline).with(csrf()).param("reason", " "))).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"reason-error\"")));
    sends(decline, "reason", "Mine").andExpect(status().isForbidden());
    mvc.perform(as(BERT, post(decline).with(csrf()).param("reason", "Two days are too short."))).andExpect(status().is3xxRedirection());
    opens("/studio/" + model + "/publication").andExpect(content().string(stringContainsInOrder("Declined", "Two days are too short.", "Ask for approval")));
    assertThat(acts(model)).startsWith("declined the publication", "asked for approval");
    assertThat(publications.of(model)).isEmpty();
    opens("/notices").andExpect(content().string(containsString("Two days are too short.")));
  }

  @Test
  void whatIsPlannedIsCancelledAndTheDraftStays() throws Exception {
    sends("/studio/" + model + "/publication", "seen", drafts.bundle(model).digest(), "note", "Later", "publishAt", "2031-01-06T08:00")
        .andExpect(status().is3xxRedirection());
    String cancel = "/studio/%s/publication/%d/cancel".formatted(model, plans.openOf(model).orElseThrow().id());
    mvc.perform(as(BERT, post(cancel).with(csrf()))).andExpect(status().isForbidden());
    sends(cancel).andExpect(flash().attribute("message", containsString("Cancelled")));
    sends(cancel).andExpect(status().isConflict());
    assertThat(drafts.of(model)).isPresent();
    assertThat(acts(model)).startsWith("cancelled the publication", "planned a publication");
  }

  @Test
  void ofTwoAdministratorsTheSecondHearsThatTheSettingHasChanged() throws Exception {
    String seen = Integer.toString(rules.rule().version());
    sets("kind", "SOME", "version", seen).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Choose the models")));
    sets("kind", "SOME", "chosen", model, "version", seen).andExpect(redirectedUrl("/admin/publishing"));
    sets("kind", "ALL", "version", seen).andExpect(status().isConflict()).andExpect(content().string(containsString("Somebody else has changed")));
    assertThat(rules.rule().models()).containsExactly(model);
    assertThat(audit.entries(new AuditFilter("admin", "setting", "approval", null, null), null, 1)).singleElement()
        .satisfies(entry -> assertThat(entry.changes().toString()).contains(model));
  }

  @Test
  void aShippedVersionThatIsOfferedIsTakenOrDismissedOnce() throws Exception {
    String digest = shipped.of("phone-swap").orElseThrow().digest();
    publish();
    offer(digest);
    opens("/studio/" + model).andExpect(content().string(stringContainsInOrder("A new shipped version is offered", "Dismiss it")));
    sends("/studio/" + model + "/shipped/dismiss", "digest", "another").andExpect(status().isConflict());
    sends("/studio/" + model + "/shipped/dismiss", "digest", digest).andExpect(status().is3xxRedirection());
    opens("/studio/" + model).andExpect(content().string(not(containsString("is offered"))));
    sends("/studio/" + model + "/shipped/take").andExpect(status().isNotFound());
    assertThat(acts(model)).startsWith("dismissed the shipped version");
  }

  private void offer(String digest) {
    jdbc.sql("insert into shipped_bundle (model, digest, brought_at, offered_at) values (?, ?, now(), now())").params(model, digest).update();
  }

  private List<String> acts(String subject) {
    return audit.entries(new AuditFilter(null, "model", subject, null, null), null, 20).stream()
        .filter(entry -> entry.subject().key().equals(subject)).map(AuditEntry::act).toList();
  }

  private String text(String path) {
    return new String(drafts.bundle(model).files().get(path), StandardCharsets.UTF_8);
  }

  private void change(String from, String to) {
    String path = Bundle.diagramOf(model);
    drafts.save(model, path, text(path).replace(from, to), drafts.file(model, path).orElseThrow().revision(), ANNA);
  }

  private void publish() throws Exception {
    sends("/studio/" + model + "/publication", "seen", drafts.bundle(model).digest(), "note", "Tried").andExpect(status().is3xxRedirection());
  }

  private ResultActions imports(byte[] file) throws Exception {
    return mvc.perform(as(ANNA, multipart("/studio/import").file(new MockMultipartFile("file", file)).with(csrf())));
  }

  private ResultActions opens(String address) throws Exception {
    return mvc.perform(as(ANNA, get(address)));
  }

  private ResultActions sends(String address, String... fields) throws Exception {
    return mvc.perform(as(ANNA, form(address, fields)));
  }

  private ResultActions sets(String... fields) throws Exception {
    return mvc.perform(form("/admin/publishing", fields).with(user("admin").roles("EMPLOYEE", "ADMINISTRATOR")));
  }

  private static MockHttpServletRequestBuilder form(String address, String... fields) {
    MockHttpServletRequestBuilder form = post(address).with(csrf());
    for (int at = 0; at < fields.length; at += 2) {
      form.param(fields[at], fields[at + 1]);
    }
    return form;
  }

  private static <T extends AbstractMockHttpServletRequestBuilder<T>> T as(String signIn, T request) {
    return request.with(user(signIn).roles("EMPLOYEE", "PROCESS_OWNER"));
  }
}
