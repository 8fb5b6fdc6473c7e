package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.customer.Customer;
import io.stile.draft.Draft;
import io.stile.draft.DraftOf;
import io.stile.draft.DraftSave;
import io.stile.draft.Drafts;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Claims;
import io.stile.work.Completion;
import io.stile.work.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What pages do with drafts, without a browser. */
@StileTest
class DraftPagesTest {

  private static final String AMARA = "front1";
  private static final Map<String, Object> ANSWERS = Map.of("wantedDevice", "aurora-5", "delivery", "ship");

  @Autowired WebApplicationContext application;
  @Autowired Requesting people;
  @Autowired Requests requests;
  @Autowired Drafts drafts;
  @Autowired Claims claims;
  @Autowired Completion completion;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient jdbc;

  private DeskPages pages;
  private Customer customer;
  private UUID id;

  @BeforeEach
  void nothingBegun() {
    jdbc.sql("delete from draft where employee in ('front1', 'front2', 'logistics1')").update();
    pages = new DeskPages(application);
    customer = people.customerInGoodStanding();
    id = drafts.newId();
  }

  @Test
  void keepsWhatAPageSendsAndSaysWhereItIs() throws Exception {
    save(AMARA, id, Map.of("form", "REQUEST", "customer", customer.id(), "type", "phone-swap", "page", "one", "count", 1,
        "version", 0, "typed", Map.of("told", "My phone"))).andExpect(status().isOk())
        .andExpect(jsonPath("$.draft").value(id.toString())).andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.address").value("/intake/%d?type=phone-swap&draft=%s".formatted(customer.id(), id)));

    assertThat(drafts.byId(id, AMARA)).get().extracting(draft -> draft.text("told")).isEqualTo("My phone");
  }

  @Test
  void tellsASecondPageWhereTheOtherDraftIs() throws Exception {
    keep(DraftOf.note(customer.id(), people.phoneSwap(customer, AMARA).number().value()), Map.of("text", "one"));

    save(AMARA, id, Map.of("form", "CUSTOMER", "page", "two", "count", 1, "version", 0, "typed", Map.of("text", "two")))
        .andExpect(jsonPath("$.other").isNotEmpty()).andExpect(jsonPath("$.draft").value(not(id.toString())))
        .andExpect(jsonPath("$.otherAddress").value(containsString(id.toString())));
  }

  @Test
  void refusesWhatCannotBeKeptAndSaysWhy() throws Exception {
    save(AMARA, id, Map.of("form", "REQUEST", "customer", 99_999_999, "type", "phone-swap", "page", "one", "count", 1,
        "version", 0, "typed", Map.of())).andExpect(status().isUnprocessableEntity());
    save(AMARA, id, Map.of("page", "one", "count", 1, "version", 0, "typed", Map.of())).andExpect(status().isUnprocessableEntity());
    save(AMARA, id, Map.of("form", "CUSTOMER", "page", "one", "count", 0, "version", 0, "typed", Map.of()))
        .andExpect(status().isUnprocessableEntity());
    save(AMARA, id, Map.of("form", "CUSTOMER", "page", "one", "count", 1, "version", 0,
        "typed", Map.of("name", "x".repeat(300_000)))).andExpect(status().isPayloadTooLarge());
    MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build()
        .perform(MockMvcRequestBuilders.post("/drafts/" + id).with(user(AMARA).roles("EMPLOYEE"))
            .contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().isForbidden());
    assertThat(drafts.of(AMARA)).isEmpty();
  }

  @Test
  void aNewRequestGoesOnWhereItWasLeft() throws Exception {
    keep(DraftOf.newRequest(customer.id(), "phone-swap"), Map.of("told", "My phone </textarea> fell", "channel", "CHAT",
        "method", "PASSWORD", "result", "PASSED", "answers", ANSWERS));

    pages.get(AMARA, "/intake/%d?type=phone-swap&draft=%s".formatted(customer.id(), id)).andExpect(content().string(allOf(
        containsString("My phone &lt;/textarea&gt; fell"), containsString("Restored what you typed"), containsString("aurora-5"),
        containsString("value=\"CHAT\" selected"), containsString("value=\"PASSWORD\" selected"))));
    pages.get("front2", "/intake/%d?type=phone-swap&draft=%s".formatted(customer.id(), id))
        .andExpect(content().string(not(containsString("fell"))));
  }

  @Test
  void isFoundAgainInMyWorkAtTheIntakeAndWithTheCustomer() throws Exception {
    keep(DraftOf.newRequest(customer.id(), "phone-swap"), Map.of("told", "My phone fell"));
    String address = "/intake/%d?type=phone-swap&amp;draft=%s".formatted(customer.id(), id);

    for (String page : new String[] {"/", "/intake", "/intake/" + customer.id(), "/customers/" + customer.id()}) {
      pages.get(AMARA, page).andExpect(content().string(allOf(containsString(address), containsString("“My phone fell”"),
          containsString("Phone swap</b> for".replace("</b>", "")), containsString("/drafts/" + id + "/discard"))));
      pages.get("front2", page).andExpect(content().string(not(containsString(id.toString()))));
    }
  }

  @Test
  void openingTheRequestEndsItsDraftAndARefusalDoesNot() throws Exception {
    keep(DraftOf.newRequest(customer.id(), "phone-swap"), Map.of("told", "My phone fell"));
    Map<String, Object> sent = new HashMap<>(Map.of("type", "phone-swap", "told", "My phone fell", "method", "PASSWORD",
        "result", "PASSED", "answers", "{\"delivery\": \"ship\"}", "draft", id));

    pages.post(AMARA, "/intake/" + customer.id(), sent).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString(id.toString())));
    assertThat(drafts.byId(id, AMARA)).isPresent();

    sent.put("answers", json.writeValueAsString(ANSWERS));
    pages.post(AMARA, "/intake/" + customer.id(), sent).andExpect(status().is3xxRedirection());
    assertThat(drafts.byId(id, AMARA)).isEmpty();
    assertThat(requests.ofCustomer(customer.id(), 10)).hasSize(1);
  }

  @Test
  void aTaskGoesOnWhereItWasLeftAndCompletingItEndsTheDraft() throws Exception {
    Task agree = claims.claim(people.task(people.phoneSwap(customer, AMARA), "UserTask_AgreePlanChange").id(), AMARA);
    keep(of(agree), Map.of("answers", Map.of("newPlan", "medium", "dataOption", "none", "agreedNote", "Call after six")));

    pages.get(AMARA, "/tasks/" + agree.id()).andExpect(content().string(allOf(containsString("Restored what you typed"),
        containsString("\"agreedNote\":\"Call after six\""))));
    pages.get(AMARA, "/").andExpect(content().string(containsString("/tasks/%d?draft=%s".formatted(agree.id(), id))));

    pages.post(AMARA, "/tasks/" + agree.id() + "/complete", Map.of("answers", "{\"newPlan\": \"medium\", \"dataOption\": \"none\"}",
        "version", agree.version(), "then", "WORK", "draft", id)).andExpect(status().is3xxRedirection());
    assertThat(drafts.of(AMARA)).isEmpty();
  }

  @Test
  void whatWasTypedForATaskThatSomebodyElseCompletedIsStillThereToBeReadAndCopied() throws Exception {
    Task agree = claims.claim(people.task(people.phoneSwap(customer, AMARA), "UserTask_AgreePlanChange").id(), AMARA);
    keep(of(agree), Map.of("answers", Map.of("agreedNote", "Call after six")));
    claims.reassign(agree.id(), "front2", "front.lead", null);
    completion.complete(agree.id(), "front2", Map.of("newPlan", "medium", "dataOption", "none"));

    pages.get(AMARA, "/").andExpect(content().string(containsString("Cannot be sent any more: Lukas Brandt has completed it")));
    pages.get(AMARA, "/tasks/" + agree.id()).andExpect(content().string(allOf(containsString("<stile-form readonly"),
        containsString("Call after six"), containsString("You did not send it"))));
  }

  @Test
  void ofTwoDraftsOfATaskTheLaterOneIsRestoredAndTheOtherOneNamed() throws Exception {
    Task agree = claims.claim(people.task(people.phoneSwap(customer, AMARA), "UserTask_AgreePlanChange").id(), AMARA);
    UUID other = drafts.newId();
    drafts.keep(new DraftSave(other, of(agree), "one", 1, 0, Map.of("answers", Map.of("agreedNote", "the other"))), AMARA);
    jdbc.sql("update draft set changed_at = changed_at - interval '1 minute' where id = ?").param(other).update();
    keep(of(agree), Map.of("answers", Map.of("agreedNote", "the later")));

    pages.get(AMARA, "/tasks/" + agree.id()).andExpect(content().string(allOf(containsString("the later"),
        not(containsString("the other\"")), containsString("/tasks/%d?draft=%s".formatted(agree.id(), other)))));
    pages.get(AMARA, "/tasks/%d?draft=%s".formatted(agree.id(), other)).andExpect(content().string(containsString("the other")));
  }

  @Test
  void contactsNotesAndNewCustomersGoOnWhereTheyWereLeft() throws Exception {
    Request swap = people.phoneSwap(customer, AMARA);
    String number = swap.number().value();
    UUID contact = begun(DraftOf.contact(customer.id()), Map.of("said", "Asked when", "direction", "OUT", "channel", "MAIL"));
    UUID about = begun(DraftOf.contact(customer.id(), number), Map.of("said", "Asked again", "direction", "OUT", "channel", "LETTER"));
    UUID note = begun(DraftOf.note(customer.id(), number), Map.of("text", "Ask for Tom"));
    UUID added = begun(DraftOf.newCustomer(), Map.of("name", "Zora Ne", "phone", "0711", "email", "", "q", "zora"));

    pages.get(AMARA, "/customers/%d?draft=%s".formatted(customer.id(), contact)).andExpect(content().string(allOf(
        containsString(">Asked when</textarea>"), containsString("value=\"MAIL\" selected"), containsString("Restored"))));
    pages.get(AMARA, "/requests/%s?draft=%s".formatted(number, about)).andExpect(content().string(allOf(
        containsString(">Asked again</textarea>"), containsString("value=\"LETTER\" selected"), containsString(note.toString()))));
    pages.get(AMARA, "/requests/%s?draft=%s".formatted(number, note)).andExpect(content().string(
        containsString(">Ask for Tom</textarea>")));
    pages.get(AMARA, "/intake?draft=" + added).andExpect(content().string(allOf(containsString("value=\"Zora Ne\""),
        containsString("value=\"0711\""))));

    pages.post(AMARA, "/customers/%d/interactions".formatted(customer.id()), Map.of("said", "Asked when", "draft", contact));
    pages.post(AMARA, "/requests/%s/contacts".formatted(number), Map.of("said", "Asked again", "channel", "LETTER",
        "direction", "OUT", "draft", about));
    pages.post(AMARA, "/requests/%s/notes".formatted(number), Map.of("text", "Ask for Tom", "draft", note));
    pages.post(AMARA, "/intake/customers", Map.of("name", "Zora Neale", "phone", "", "email", "", "draft", added));
    assertThat(drafts.of(AMARA)).isEmpty();
  }

  @Test
  void aRefusedContactGoesOnInItsDraft() throws Exception {
    keep(DraftOf.contact(customer.id()), Map.of("said", " "));

    pages.post(AMARA, "/customers/%d/interactions".formatted(customer.id()), Map.of("said", " ", "draft", id))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("&quot;version&quot;:1"), containsString(id.toString()))));
    assertThat(drafts.byId(id, AMARA)).isPresent();
  }

  @Test
  void startingOverThrowsTheDraftAwayAndStaysOnThePage() throws Exception {
    keep(DraftOf.newRequest(customer.id(), "phone-swap"), Map.of("told", "My phone"));

    pages.post(AMARA, "/drafts/%s/discard".formatted(id), Map.of("here", "1"))
        .andExpect(redirectedUrl("/intake/%d?type=phone-swap".formatted(customer.id())));
    pages.post(AMARA, "/drafts/%s/discard".formatted(id), Map.of()).andExpect(redirectedUrl("/"));

    assertThat(drafts.of(AMARA)).isEmpty();
  }

  private static DraftOf of(Task task) {
    return DraftOf.task(task.customer(), task.request(), task.id());
  }

  private UUID begun(DraftOf of, Map<String, Object> typed) {
    UUID draft = drafts.newId();
    drafts.keep(new DraftSave(draft, of, "one", 1, 0, typed), AMARA);
    return draft;
  }

  private Draft keep(DraftOf of, Map<String, Object> typed) {
    drafts.keep(new DraftSave(id, of, "one", 1, 0, typed), AMARA);
    return drafts.byId(id, AMARA).orElseThrow();
  }

  private ResultActions save(String employee, UUID draft, Map<String, Object> body) throws Exception {
    return MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build()
        .perform(MockMvcRequestBuilders.post("/drafts/" + draft).with(csrf()).with(user(employee).roles("EMPLOYEE"))
            .contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
  }
}
