package io.stile.studio.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.studio.ModelDrafts;
import io.stile.testkit.StileTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the editors load and save, and for whom. */
@StileTest
class DraftFilesTest {

  private static final String DISPUTE = "/studio/billing-dispute";
  private static final String DIAGRAM = DISPUTE + "/files/bpmn/billing-dispute.bpmn";
  private static final String OWNER = "owner.billing-dispute";

  @Autowired WebApplicationContext context;
  @Autowired ModelDrafts drafts;
  @Autowired ObjectMapper json;

  private MockMvc web;

  @BeforeEach
  void begin() {
    web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @AfterEach
  void leaveNothing() {
    drafts.discard("billing-dispute", OWNER);
  }

  private ResultActions asks(String signIn, String role, MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(user(signIn).roles("EMPLOYEE", role)).with(csrf()).accept(MediaType.APPLICATION_JSON));
  }

  private MockHttpServletRequestBuilder saving(String content, long revision) throws Exception {
    return put(DIAGRAM).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(Map.of("content", content, "revision", revision)));
  }

  private String published() {
    return drafts.file("billing-dispute", "bpmn/billing-dispute.bpmn").orElseThrow().content();
  }

  @Test
  void theOwnerSavesWhatHeLoaded() throws Exception {
    asks(OWNER, "PROCESS_OWNER", get(DIAGRAM)).andExpect(status().isOk()).andExpect(jsonPath("$.revision").value(0))
        .andExpect(jsonPath("$.content", containsString("billing-dispute")));
    asks(OWNER, "PROCESS_OWNER", saving(published().replace("Billing dispute", "Bill dispute"), 0)).andExpect(status().isOk())
        .andExpect(jsonPath("$.revision").isNumber()).andExpect(jsonPath("$.findings").isArray());
    asks(OWNER, "PROCESS_OWNER", get(DIAGRAM)).andExpect(jsonPath("$.content", containsString("Bill dispute")))
        .andExpect(jsonPath("$.savedBy").value(OWNER));
  }

  @Test
  void whoeverComesSecondGetsWhatTheFirstSaved() throws Exception {
    asks(OWNER, "PROCESS_OWNER", saving("<first/>", 0)).andExpect(status().isOk());
    asks("admin", "ADMINISTRATOR", saving("<second/>", 0)).andExpect(status().isConflict())
        .andExpect(jsonPath("$.content").value("<first/>")).andExpect(jsonPath("$.savedBy").value(OWNER)).andExpect(jsonPath("$.revision").isNumber());
  }

  @Test
  void anotherProcessOwnerLooksAndDoesNotSave() throws Exception {
    asks("owner.phone-swap", "PROCESS_OWNER", get(DIAGRAM)).andExpect(status().isOk());
    asks("owner.phone-swap", "PROCESS_OWNER", saving("<other/>", 0)).andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail", containsString(OWNER)));
  }

  @Test
  void clerksStayOutside() throws Exception {
    asks("front1", "EMPLOYEE", get(DIAGRAM)).andExpect(status().isForbidden());
    asks("front1", "EMPLOYEE", saving("<clerk/>", 0)).andExpect(status().isForbidden());
  }

  @Test
  void aFileThatIsNotThereIsNotFound() throws Exception {
    asks(OWNER, "PROCESS_OWNER", get(DISPUTE + "/files/bpmn/nothing.dmn")).andExpect(status().isNotFound());
    asks(OWNER, "PROCESS_OWNER", get("/studio/nothing/files/bpmn/nothing.bpmn")).andExpect(status().isNotFound());
  }

  @Test
  void onlookersSeeEachOther() throws Exception {
    String body = "{\"file\": \"bpmn/billing-dispute.bpmn\"}";
    asks("owner.phone-swap", "PROCESS_OWNER", post(DISPUTE + "/presence").contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isOk());
    asks(OWNER, "PROCESS_OWNER", post(DISPUTE + "/presence").contentType(MediaType.APPLICATION_JSON).content(body))
        .andExpect(jsonPath("$.others[0].file").value("bpmn/billing-dispute.bpmn")).andExpect(jsonPath("$.others[0].name").isNotEmpty());
  }
}
