package io.stile.studio.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.studio.ModelDrafts;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the studio that show models, versions and publications. */
@StileTest
class StudioPagesTest {

  private static final String OWNER = "owner.phone-swap";

  @Autowired WebApplicationContext context;
  @Autowired ModelDrafts drafts;

  private MockMvc mvc;

  @BeforeEach
  void reachThePages() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @Test
  void listsRequestTypesProtocolsAndTables() throws Exception {
    opens(OWNER, "/studio").andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "Phone swap", "Request type, version", "Hannah Weiss", "/studio/escalation", "Protocol", "/studio/credit-authority", "Decision table")));
    opens(OWNER, "/studio?q=nothing-like-that").andExpect(content().string(containsString("Nothing like that")));
  }

  @Test
  void showsAModelWithItsFilesStepsAndVersions() throws Exception {
    opens(OWNER, "/studio/phone-swap").andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder("Hannah Weiss", "2 business days",
        "/studio/phone-swap/diagram", "Diagram", "/studio/phone-swap/forms/start", "/studio/phone-swap/decisions/phone-swap-eligibility",
        "Reserve the handset", "Logistics, 4 open hours", "Version 1", "Came with the program.")));
    opens(OWNER, "/studio/phone-swap/versions/1").andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "Came with the program.", "/studio/phone-swap/versions/1/drawing.bpmn", "Reserve the handset", "phone-swap-eligibility")));
    opens(OWNER, "/studio/phone-swap/publication").andExpect(status().isOk()).andExpect(content().string(containsString("Nothing to publish")));
    opens(OWNER, "/studio/phone-swap/drawing.bpmn").andExpect(content().string(containsString("id=\"phone-swap\"")));
    opens(OWNER, "/studio/credit-authority").andExpect(status().isOk()).andExpect(content().string(containsString("/studio/credit-authority/decisions/credit-authority")));
    opens(OWNER, "/studio/time-machine").andExpect(status().isNotFound());
  }

  @Test
  void leadsFromATemplateToAVersion() throws Exception {
    opens(OWNER, "/studio/new").andExpect(status().isOk()).andExpect(content().string(containsString("Two in parallel")));
    sends(OWNER, "/studio/new", "template", "approval", "key", "phone-swap", "name", "Mine", "owner", OWNER, "amount", "2", "unit", "days", "calendar",
        "front-office", "first", "logistics", "second", "billing").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(stringContainsInOrder("value=\"Mine\"", "There is a model &#39;phone-swap&#39; already")));
    sends(OWNER, "/studio/new", "template", "approval", "key", "page-made", "name", "Page made", "owner", OWNER, "amount", "2", "unit", "days", "calendar",
        "front-office", "first", "logistics", "second", "billing").andExpect(status().is3xxRedirection());
    opens(OWNER, "/studio/page-made").andExpect(content().string(stringContainsInOrder("Not published yet", "Decide about the request")));
    opens(OWNER, "/studio/page-made/publication").andExpect(content().string(containsString("Nothing is wrong with it")));
    sends(OWNER, "/studio/page-made/publication", "seen", drafts.bundle("page-made").digest(), "note", "").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Say in a few words what changes and why")));
    sends(OWNER, "/studio/page-made/publication", "seen", "of another page", "note", "First").andExpect(status().isConflict());
    sends(OWNER, "/studio/page-made/publication", "seen", drafts.bundle("page-made").digest(), "note", "First").andExpect(status().is3xxRedirection());
    opens(OWNER, "/studio/page-made").andExpect(content().string(stringContainsInOrder("Version 1", "First")));
    byte[] archive = opens(OWNER, "/studio/page-made/versions/1/bundle").andReturn().getResponse().getContentAsByteArray();
    mvc.perform(as(OWNER, multipart("/studio/import").file(new MockMultipartFile("file", archive)).with(csrf())))
        .andExpect(status().isConflict()).andExpect(content().string(containsString("This is what is published now")));
    sends(OWNER, "/studio/page-made/retire", "note", "Only a test").andExpect(status().is3xxRedirection());
    opens(OWNER, "/studio/page-made").andExpect(content().string(containsString("Only a test")));
    mvc.perform(get("/admin/publishing").with(user("admin").roles("EMPLOYEE", "ADMINISTRATOR"))).andExpect(status().isOk())
        .andExpect(content().string(containsString("Every model")));
  }

  @Test
  void isForProcessOwnersAndAdministrators() throws Exception {
    mvc.perform(get("/studio").with(user("front1").roles("EMPLOYEE"))).andExpect(status().isForbidden());
    sends(OWNER, "/studio/billing-dispute/retire", "note", "Not mine").andExpect(status().isForbidden());
  }

  private ResultActions opens(String signIn, String address) throws Exception {
    return mvc.perform(as(signIn, get(address)));
  }

  private ResultActions sends(String signIn, String address, String... fields) throws Exception {
    MockHttpServletRequestBuilder form = post(address).with(csrf());
    for (int at = 0; at < fields.length; at += 2) {
      form.param(fields[at], fields[at + 1]);
    }
    return mvc.perform(as(signIn, form));
  }

  private static RequestBuilder as(String signIn, AbstractMockHttpServletRequestBuilder<?> request) {
    return request.with(user(signIn).roles("EMPLOYEE", "PROCESS_OWNER"));
  }
}
