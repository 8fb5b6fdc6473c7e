package io.stile.studio.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.studio.ModelDrafts;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The page of the modeler, and the words that it offers. */
@StileTest
class DiagramPageTest {

  private static final String POLICY = "Content-Security-Policy";
  private static final String STYLES = "style-src-attr 'unsafe-inline'";

  @Autowired WebApplicationContext context;
  @Autowired ModelDrafts drafts;

  private MockMvc web;

  @BeforeEach
  void begin() {
    web = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @AfterEach
  void leaveNothing() {
    drafts.discard("phone-swap", "owner.phone-swap");
  }

  private ResultActions asks(String signIn, String role, String address) throws Exception {
    return web.perform(get(address).with(user(signIn).roles("EMPLOYEE", role)));
  }

  private ResultActions words(String model) throws Exception {
    return asks("owner.phone-swap", "PROCESS_OWNER", "/studio/" + model + "/words").andExpect(status().isOk());
  }

  @Test
  void letsTheProcessOwnerDraw() throws Exception {
    asks("owner.phone-swap", "PROCESS_OWNER", "/studio/phone-swap/diagram").andExpect(status().isOk())
        .andExpect(content().string(containsString("path=\"bpmn/phone-swap.bpmn\""))).andExpect(content().string(not(containsString("readonly=\"readonly\""))));
  }

  @Test
  void letsAnotherProcessOwnerLook() throws Exception {
    asks("owner.billing-dispute", "PROCESS_OWNER", "/studio/phone-swap/diagram").andExpect(status().isOk())
        .andExpect(content().string(containsString("readonly=\"readonly\"")));
  }

  @Test
  void isNotForOthers() throws Exception {
    asks("front1", "FRONT_OFFICE", "/studio/phone-swap/diagram").andExpect(status().isForbidden());
  }

  @Test
  void saysThatThereIsNoSuchModel() throws Exception {
    asks("owner.phone-swap", "PROCESS_OWNER", "/studio/no-such-model/diagram").andExpect(status().isNotFound());
  }

  @Test
  void allowsStyleAttributesWhereDrawingNeedsThem() throws Exception {
    asks("owner.phone-swap", "PROCESS_OWNER", "/studio/phone-swap/diagram").andExpect(header().string(POLICY, containsString(STYLES)))
        .andExpect(header().string(POLICY, containsString("style-src 'self'")));
  }

  @Test
  void allowsThemNowhereElse() throws Exception {
    asks("owner.phone-swap", "PROCESS_OWNER", "/studio/phone-swap/words").andExpect(header().string(POLICY, not(containsString("unsafe-inline"))));
  }

  @Test
  void offersDepartmentsAndPeopleByName() throws Exception {
    words("phone-swap").andExpect(jsonPath("$.departments[?(@.key == 'logistics')].name").value("Logistics"))
        .andExpect(jsonPath("$.roles[*].key", hasItem("role-owner"))).andExpect(jsonPath("$.roles[*].key", not(hasItem("role-target"))))
        .andExpect(jsonPath("$.processOwners[*].key", hasItem("owner.phone-swap")));
  }

  @Test
  void offersWhatAProtocolKnowsInProtocolsOnly() throws Exception {
    words("escalation").andExpect(jsonPath("$.roles[*].key", hasItem("role-target"))).andExpect(jsonPath("$.protocols").isEmpty());
  }

  @Test
  void knowsTheFieldsOfTheFormsAndTheResultsOfTheTables() throws Exception {
    words("phone-swap").andExpect(jsonPath("$.forms[?(@.id == 'phone-swap.reserve-handset')].fields[?(@.key == 'inStock')].type").value("choice"))
        .andExpect(jsonPath("$.forms[?(@.id == 'phone-swap.call-customer')].fields[?(@.key == 'tryAgainAt')].type").value("moment"))
        .andExpect(jsonPath("$.decisions[0].results", hasItem("facts-missing")));
  }

  @Test
  void namesActionsInWords() throws Exception {
    words("phone-swap").andExpect(jsonPath("$.actions[?(@.key == 'ask-owner-to-renew')].name").value("Ask owner to renew"));
  }

  @Test
  void saysWhyAFormOfTheDraftHasNoFields() throws Exception {
    drafts.save("phone-swap", "forms/phone-swap/reserve-handset.form", "{\"components\":[", 0, "owner.phone-swap");
    words("phone-swap").andExpect(jsonPath("$.forms[?(@.id == 'phone-swap.reserve-handset')].problem").isNotEmpty())
        .andExpect(jsonPath("$.forms[?(@.id == 'phone-swap.reserve-handset')].fields.length()").value(0));
  }
}
