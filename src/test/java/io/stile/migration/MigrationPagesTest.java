package io.stile.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.audit.Audit;
import io.stile.audit.AuditEntry;
import io.stile.audit.AuditFilter;
import io.stile.migration.MigrationItem.Outcome;
import io.stile.request.Request;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages and the resource by which a process owner moves running requests. */
class MigrationPagesTest extends MigrationStory {

  private static final String OWNER = "owner.phone-swap";

  @Autowired
  WebApplicationContext context;
  @Autowired
  ObjectMapper json;
  @Autowired
  Audit audit;

  private MockMvc web;

  @BeforeEach
  void begin() {
    web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  private MockHttpServletResponse asks(String signIn, String role, MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(user(signIn).roles("EMPLOYEE", role)).with(csrf())).andReturn().getResponse();
  }

  private MockHttpServletResponse owner(MockHttpServletRequestBuilder request) throws Exception {
    return asks(OWNER, "PROCESS_OWNER", request);
  }

  private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, Map<String, String> fields) {
    fields.forEach(request::param);
    return request;
  }

  @Test
  void triesFirstAndThenMovesWhatIsMapped() throws Exception {
    SwapModel swap = published();
    Request ships = standingOn(swap, SHIP);
    Request calls = standingOn(swap, CALL);
    publish(MoveRequestsTest.withoutShipping(swap));
    String page = "/studio/" + swap.key() + "/running";
    assertThat(owner(get(page)).getContentAsString()).contains("From version 1: 2 requests", "gone", "place.1." + SHIP);
    Map<String, String> unmapped = Map.of("target", "2", "newTargets", "false");

    assertThat(owner(with(post(page + "/trial"), unmapped)).getContentAsString())
        .contains("1 of 2 requests move to version 2; 1 stays.", "It stands at “Ship or hand out the handset”, which is gone.");
    assertThat(people.now(calls).model()).isEqualTo(calls.model());

    Map<String, String> mapped = Map.of("target", "2", "newTargets", "false", "place.1." + SHIP, DELIVER);
    assertThat(owner(with(post(page + "/trial"), mapped)).getContentAsString()).contains("2 of 2 requests move to version 2.");
    String address = owner(with(post(page), mapped)).getRedirectedUrl();
    assertThat(owner(get(page)).getContentAsString()).contains("Moving to version 2", "See how it goes");
    assertThat(owner(with(post(page), mapped))).satisfies(again -> {
      assertThat(again.getStatus()).isEqualTo(409);
      assertThat(again.getContentAsString()).contains("has begun to move the running requests", "selected");
    });
    assertThat(owner(get(address + "/progress")).getContentAsString()).contains("0 of 2 had their turn", "hx-trigger=\"every 2s\"");
    work.work(10);
    assertThat(owner(get(address)).getContentAsString()).contains("2 of 2 had their turn: 2 moved, 0 stayed", ships.number().value(), "done")
        .doesNotContain("hx-trigger=\"every 2s\"");
    assertThat(audit.entries(AuditFilter.NONE, null, 20)).extracting(AuditEntry::act).contains("started to move running requests");
  }

  @Test
  void pausesAndGoesOn() throws Exception {
    SwapModel swap = published();
    open(swap);
    publish(swap.property(RESERVE, "sla", "PT1H"));
    Migration started = unitOfWork.of(() -> migrations.start(plans.plan(swap.key(), MigrationPlans.Wanted.newest()), OWNER));
    String page = "/studio/" + swap.key() + "/running/" + started.id();

    owner(post(page + "/pause"));
    assertThat(owner(get(page)).getContentAsString()).contains("paused", "Go on");
    assertThat(work.work(10)).isZero();
    owner(post(page + "/go-on"));
    work.work(10);
    assertThat(migrations.items(started.id(), Outcome.MOVED, 10)).hasSize(1);
    assertThat(owner(post(page + "/pause")).getStatus()).isEqualTo(302);
  }

  @Test
  void isForThoseWhoMayEditTheModel() throws Exception {
    SwapModel swap = published();
    open(swap);
    publish(swap.property(RESERVE, "sla", "PT1H"));
    String page = "/studio/" + swap.key() + "/running";
    assertThat(asks("owner.billing-dispute", "PROCESS_OWNER", get(page)).getContentAsString()).contains("Only the process owner of this model");
    assertThat(asks("owner.billing-dispute", "PROCESS_OWNER", post(page)).getStatus()).isEqualTo(403);
    assertThat(asks("front1", "FRONT_OFFICE", get(page)).getStatus()).isEqualTo(403);
    assertThat(owner(get("/studio/no-such-type/running")).getStatus()).isEqualTo(404);
    assertThat(owner(post("/studio/escalation/running/trial")).getStatus()).isEqualTo(404);
    assertThat(owner(get(page).param("target", "77")).getStatus()).isEqualTo(422);
    assertThat(owner(post(page + "/trial").param("place.1." + AGREE, CALL + "Nowhere")).getStatus()).isEqualTo(422);
    assertThat(owner(get(page + "/4711")).getStatus()).isEqualTo(404);
  }

  @Test
  void aProtocolIsNotMovedAndThePageSaysWhy() throws Exception {
    assertThat(owner(get("/studio/escalation/running"))).satisfies(page -> {
      assertThat(page.getStatus()).isEqualTo(200);
      assertThat(page.getContentAsString()).contains("Each finishes on its version", "running protocols cannot").doesNotContain("Move them");
    });
  }

  @Test
  void asksTheOwnerForWhatRequestsWereNeverAsked() throws Exception {
    SwapModel swap = published();
    Request past = standingOn(swap, ACTIVATE);
    publish(NeverAskedTest.asking(swap));
    String page = "/studio/" + swap.key() + "/running";
    assertThat(owner(get(page)).getContentAsString()).contains("What requests were never asked", "Deposit paid", "“no” is taken there",
        "name=\"given.deposit\"", past.number().value());
    Map<String, String> wrong = Map.of("target", "2", "newTargets", "false", "given.deposit", "yes", "given.depositCents", "twelve");

    assertThat(owner(with(post(page), wrong))).satisfies(again -> {
      assertThat(again.getStatus()).isEqualTo(422);
      assertThat(again.getContentAsString()).contains("Expected a number", "value=\"twelve\"", "<option value=\"yes\" selected");
    });
    Map<String, String> right = Map.of("target", "2", "newTargets", "false", "given.deposit", "yes", "empty.depositCents", "true");
    assertThat(owner(with(post(page + "/trial"), right)).getContentAsString()).contains("1 of 1 request moves to version 2.");
    assertThat(owner(with(post(page + "/trial"), Map.of("given.deposit", "yes"))).getContentAsString()).contains("1 stays", "“Deposit in cents”");
    owner(with(post(page), right));
    work.work(10);
    assertThat(steps.facts(people.task(past, ACTIVATE).step())).containsEntry("deposit", "yes");
  }

  @Test
  void programsAreToldWhatRequestsWereNeverAsked() throws Exception {
    SwapModel swap = published();
    standingOn(swap, ACTIVATE);
    publish(NeverAskedTest.asking(swap));
    String resource = "/api/v1/studio/models/" + swap.key() + "/migrations";

    JsonNode tried = answer(api(resource, "{\"dryRun\":true}"), 200);
    assertThat(tried.at("/stayed").asInt()).isEqualTo(1);
    assertThat(tried.at("/unasked/0/name").asText()).isEqualTo("deposit");
    assertThat(tried.at("/unasked/0/options/0").asText()).isEqualTo("yes");
    answer(api(resource, "{\"dryRun\":true,\"given\":{\"deposit\":\"perhaps\"}}"), 422);
    JsonNode given = answer(api(resource, "{\"dryRun\":true,\"given\":{\"deposit\":null,\"depositCents\":50}}"), 200);
    assertThat(given.at("/moved").asInt()).isEqualTo(1);
    assertThat(given.at("/given/depositCents").asInt()).isEqualTo(50);
  }

  @Test
  void programsTryAndMove() throws Exception {
    SwapModel swap = published();
    Request ships = standingOn(swap, SHIP);
    publish(MoveRequestsTest.withoutShipping(swap));
    String resource = "/api/v1/studio/models/" + swap.key() + "/migrations";

    JsonNode tried = answer(api(resource, "{\"dryRun\":true}"), 200);
    assertThat(tried.path("state").asText()).isEqualTo("tried");
    assertThat(tried.path("stayed").asInt()).isEqualTo(1);
    assertThat(tried.path("staying").get(0).path("requests").get(0).asText()).isEqualTo(ships.number().value());

    JsonNode started = answer(api(resource, "{\"target\":2,\"places\":{\"1\":{\"%s\":\"%s\"}}}".formatted(SHIP, DELIVER)), 201);
    work.work(10);
    JsonNode done = answer(owner(get(resource + "/" + started.path("id").asLong())), 200);
    assertThat(done.path("state").asText()).isEqualTo("done");
    assertThat(done.path("moved").asInt()).isEqualTo(1);
    answer(api(resource, "{}"), 409);
    answer(api(resource + "/" + started.path("id").asLong() + "/pause", ""), 409);
  }

  private MockHttpServletResponse api(String address, String body) throws Exception {
    return owner(post(address).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private JsonNode answer(MockHttpServletResponse response, int status) throws Exception {
    assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
    return json.readTree(response.getContentAsString());
  }
}
