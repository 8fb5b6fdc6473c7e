package io.stile.studio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
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

/** The pages of the editors, of what differs and of what is used where. */
@StileTest
class StudioEditorPagesTest {

  private static final String OWNER = "owner.phone-swap";
  private static final String SWAP = "/studio/phone-swap";
  private static final String FORM = "forms/phone-swap/reserve-handset.form";
  private static final String TABLE = "bpmn/phone-swap-eligibility.dmn";

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
    drafts.discard("phone-swap", OWNER);
    drafts.discard("credit-authority", "admin");
  }

  private ResultActions asks(MockHttpServletRequestBuilder request) throws Exception {
    return asks(OWNER, "PROCESS_OWNER", request);
  }

  private ResultActions asks(String signIn, String role, MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(user(signIn).roles("EMPLOYEE", role)).with(csrf()));
  }

  private MockHttpServletRequestBuilder sending(String address, Object body) throws Exception {
    return post(address).contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body));
  }

  private void changes(String path, String what, String instead) {
    var file = drafts.file("phone-swap", path).orElseThrow();
    assertThat(file.content()).contains(what);
    drafts.save("phone-swap", path, file.content().replace(what, instead), file.revision(), OWNER);
  }

  @Test
  void theOwnerEditsAFormWithWhatIsKnownThere() throws Exception {
    asks(get(SWAP + "/forms/reserve-handset")).andExpect(status().isOk()).andExpect(content().string(allOf(
        stringContainsInOrder("Reserve handset", "Step “Reserve the handset”", "<stile-form-editor", "path=\"" + FORM + "\"", "wantedDevice"),
        containsString("&quot;textfield&quot;"), not(containsString("&quot;iframe&quot;")))));
  }

  @Test
  void whoeverMayNotChangeAFormLooksAtIt() throws Exception {
    asks("owner.billing-dispute", "PROCESS_OWNER", get(SWAP + "/forms/reserve-handset")).andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Only the process owner"), containsString("<stile-form readonly"), not(containsString("<stile-form-editor")))));
    asks("front1", "EMPLOYEE", get(SWAP + "/forms/reserve-handset")).andExpect(status().isForbidden());
  }

  @Test
  void thereIsNoEditorForWhatIsNotThere() throws Exception {
    asks(get(SWAP + "/forms/nothing")).andExpect(status().isNotFound());
    asks(get(SWAP + "/decisions/nothing")).andExpect(status().isNotFound());
    asks(get("/studio/nothing/decisions/nothing")).andExpect(status().isNotFound());
  }

  @Test
  void tablesOpenTheSameWayWhetherAStepAsksThemOrThePlatformDoes() throws Exception {
    asks(get(SWAP + "/decisions/phone-swap-eligibility")).andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "Phone swap", "Phone swap eligibility", "Step “", "<stile-decision-editor", "decision=\"phone-swap-eligibility\"", "Try it out")));
    asks("admin", "ADMINISTRATOR", get("/studio/credit-authority/decisions/credit-authority")).andExpect(status().isOk())
        .andExpect(content().string(stringContainsInOrder("Credit authority", "<stile-decision-editor")));
  }

  @Test
  void theTableMayStyleWhatItDrawsAndTheFormMayNot() throws Exception {
    asks(get(SWAP + "/decisions/phone-swap-eligibility")).andExpect(header().string("Content-Security-Policy", containsString("style-src-attr 'unsafe-inline'")));
    asks(get(SWAP + "/forms/reserve-handset")).andExpect(header().string("Content-Security-Policy", not(containsString("unsafe-inline"))));
    asks(get(SWAP + "/compare")).andExpect(header().string("Content-Security-Policy", not(containsString("unsafe-inline"))));
  }

  @Test
  void aTableIsTriedOutAsItStandsInTheEditor() throws Exception {
    String table = drafts.file("phone-swap", TABLE).orElseThrow().content();
    Map<String, Object> names = Map.of("contractMonths", 8, "openBalanceCents", 0, "deviceClass", "basic");
    String address = SWAP + "/decisions/phone-swap-eligibility/try";
    asks(sending(address, Map.of("content", table, "names", names))).andExpect(jsonPath("$.result").value("eligible"))
        .andExpect(jsonPath("$.rules", hasItem("Rule_Eligible"))).andExpect(jsonPath("$.problem").isEmpty());
    asks(sending(address, Map.of("content", table.replace("&lt; 6<", "&lt; 9<"), "names", names))).andExpect(jsonPath("$.result").value("contract-too-young"))
        .andExpect(jsonPath("$.rules", hasItem("Rule_TooYoung")));
    asks(sending(address, Map.of("content", table.replace("&lt; 6<", "&lt; &lt; 6<"), "names", names))).andExpect(status().isOk())
        .andExpect(jsonPath("$.result").isEmpty()).andExpect(jsonPath("$.problem").isNotEmpty());
    asks(sending(address, Map.of("content", "no table", "names", names))).andExpect(status().isOk()).andExpect(jsonPath("$.problem").isNotEmpty());
    assertThat(drafts.of("phone-swap")).isEmpty();
  }

  @Test
  void saysInWordsWhatDiffers() throws Exception {
    asks(get(SWAP + "/compare")).andExpect(content().string(containsString("No difference")));
    changes("bpmn/phone-swap.bpmn", "name=\"Reserve the handset\"", "name=\"Set the handset aside\"");
    changes(TABLE, "&lt; 6<", "&lt; 9<");
    asks(get(SWAP + "/compare?from=published&to=draft")).andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
        "As published → Draft", "2 changed", "<stile-diff", "Decision table “Phone swap eligibility”", "No swap in the first six months", "less than 6", "less than 9",
        "Diagram", "Step “Set the handset aside”", "Name", "Reserve the handset")));
    asks(get(SWAP + "/compare")).andExpect(content().string(stringContainsInOrder("value=\"1\"", "Version 1", "As shipped")));
    asks(get(SWAP + "/compare/list")).andExpect(content().string(allOf(containsString("Set the handset aside"), not(containsString("<html")))));
    asks(get(SWAP + "/compare/diagram.bpmn?of=draft")).andExpect(content().string(containsString("Set the handset aside")));
    asks(get(SWAP + "/compare?from=shipped&to=published")).andExpect(status().isOk()).andExpect(content().string(containsString("As shipped → As published")));
    asks(get(SWAP + "/compare?from=1&to=1")).andExpect(status().isOk()).andExpect(content().string(containsString("No difference")));
    asks(get(SWAP + "/compare?from=999")).andExpect(status().isNotFound());
    asks(get("/studio/nothing/compare")).andExpect(status().isNotFound());
    asks(get(SWAP + "/compare?from=yesterday")).andExpect(status().isNotFound());
  }

  @Test
  void comparesWhatSomebodyHasNotSavedWithWhatAnotherOneDid() throws Exception {
    changes(FORM, "IMEI of the reserved handset", "Serial number");
    String mine = drafts.file("phone-swap", FORM).orElseThrow().content().replace("Serial number", "Number on the box");
    asks(sending(SWAP + "/difference", Map.of("path", FORM, "content", mine)).accept(MediaType.TEXT_HTML)).andExpect(status().isOk())
        .andExpect(content().string(stringContainsInOrder("Form “Reserve handset”", "Label", "Serial number", "Number on the box")));
  }

  @Test
  void listsWhereSomethingIsUsed() throws Exception {
    asks(get(SWAP + "/uses?kind=field&name=inStock").accept(MediaType.TEXT_HTML)).andExpect(status().isOk())
        .andExpect(content().string(stringContainsInOrder("Where “inStock” is used", "Flow “", "from “In stock?”", "asks for it in its condition")));
    asks(get(SWAP + "/uses?kind=department&name=logistics").accept(MediaType.TEXT_HTML)).andExpect(content().string(stringContainsInOrder("Where “Logistics” is used", "gives it the work")));
    asks(get(SWAP + "/uses?kind=decision&name=phone-swap-eligibility").accept(MediaType.APPLICATION_JSON))
        .andExpect(jsonPath("$.uses[0].how").value("asks it"));
    asks(get(SWAP + "/uses?kind=form-fields&name=phone-swap.start").accept(MediaType.APPLICATION_JSON)).andExpect(jsonPath("$.fields.wantedDevice").isArray());
    asks(get(SWAP + "/uses?kind=field&name=nothingAtAll").accept(MediaType.TEXT_HTML)).andExpect(content().string(containsString("Nowhere")));
    asks(get(SWAP + "/uses?kind=planet&name=mars")).andExpect(status().isUnprocessableEntity());
  }

  @Test
  void showsWhatDependsOnADepartmentBeforeItIsGivenUp() throws Exception {
    asks("admin", "ADMINISTRATOR", get("/admin/departments/logistics")).andExpect(content().string(allOf(
        containsString("is named by the model Phone swap"), not(containsString("draft of Phone swap")))));
    changes("bpmn/phone-swap.bpmn", "name=\"Reserve the handset\"", "name=\"Set the handset aside\"");
    asks("admin", "ADMINISTRATOR", get("/admin/departments/logistics")).andExpect(content().string(containsString("is named by the draft of Phone swap")));
  }

  @Test
  void carriesANewNameThroughTheDraft() throws Exception {
    changes(FORM, "\"key\": \"inStock\"", "\"key\": \"onTheShelf\"");
    asks(sending(SWAP + "/rename", Map.of("from", "inStock", "to", "onTheShelf"))).andExpect(status().isOk())
        .andExpect(jsonPath("$.files", hasItem("bpmn/phone-swap.bpmn")));
    asks(get(SWAP + "/uses?kind=field&name=inStock").accept(MediaType.APPLICATION_JSON)).andExpect(jsonPath("$.uses").isEmpty());
    asks(get(SWAP + "/uses?kind=field&name=onTheShelf").accept(MediaType.APPLICATION_JSON)).andExpect(jsonPath("$.uses").isNotEmpty());
    asks(sending(SWAP + "/rename", Map.of("from", "onTheShelf", "to", "handsetImei"))).andExpect(status().isUnprocessableEntity());
    asks("owner.billing-dispute", "PROCESS_OWNER", sending(SWAP + "/rename", Map.of("from", "onTheShelf", "to", "x"))).andExpect(status().isForbidden());
  }

  @Test
  void makesAFormForAStepAndRemovesWhatNothingUses() throws Exception {
    asks(post(SWAP + "/forms").param("step", "UserTask_PrintLabel").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl(SWAP + "/forms/print-label"));
    asks(get(SWAP + "/forms/print-label")).andExpect(status().isOk()).andExpect(content().string(containsString("Used by no step")));
    asks(post(SWAP + "/forms").param("step", "UserTask_ReserveHandset").accept(MediaType.APPLICATION_JSON)).andExpect(jsonPath("$.id").value("phone-swap.reserve-handset"));
    asks(post(SWAP + "/forms/reserve-handset/remove").param("revision", "0")).andExpect(status().isUnprocessableEntity());
    long revision = drafts.file("phone-swap", "forms/phone-swap/print-label.form").orElseThrow().revision();
    asks(post(SWAP + "/forms/print-label/remove").param("revision", "" + revision)).andExpect(redirectedUrl(SWAP));
    asks(get(SWAP + "/forms/print-label")).andExpect(status().isNotFound());
    asks(post(SWAP + "/forms").param("step", "???").accept(MediaType.APPLICATION_JSON)).andExpect(status().isUnprocessableEntity());
  }

  @Test
  void makesATableThatCanBePublishedAsItIs() throws Exception {
    asks(post(SWAP + "/decisions").param("title", "Delivery fee & <more>").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl(SWAP + "/decisions/phone-swap-delivery-fee-more"));
    asks(get(SWAP + "/decisions/phone-swap-delivery-fee-more")).andExpect(status().isOk());
    String table = drafts.file("phone-swap", "bpmn/phone-swap-delivery-fee-more.dmn").orElseThrow().content();
    asks(sending(SWAP + "/decisions/phone-swap-delivery-fee-more/try", Map.of("content", table, "names", Map.of("customerTier", "premium"))))
        .andExpect(jsonPath("$.result").value("no"));
  }
}
