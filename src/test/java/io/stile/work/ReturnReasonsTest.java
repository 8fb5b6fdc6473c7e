package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.audit.Audit;
import io.stile.audit.AuditFilter;
import io.stile.testkit.StileTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** The list of reasons, and the page on which process owners keep it. */
@StileTest
@Transactional
class ReturnReasonsTest {

  @Autowired
  ReturnReasons reasons;
  @Autowired
  Audit audit;
  @Autowired
  WebApplicationContext context;

  private MockMvc mvc;

  @BeforeEach
  void reachThePage() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  private static RequestPostProcessor owner() {
    return user("owner.phone-swap").roles("EMPLOYEE", "PROCESS_OWNER");
  }

  private ReturnReason reason(String key) {
    return reasons.all().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void addsRetiresAndRestores() {
    reasons.add("  Für eine andere Stadt ");
    assertThat(reason("fur-eine-andere-stadt").label()).isEqualTo("Für eine andere Stadt");

    reasons.retire("fur-eine-andere-stadt");
    assertThat(reason("fur-eine-andere-stadt").isOffered()).isFalse();
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> reasons.required("fur-eine-andere-stadt"))
        .withMessageContaining("is no reason; expected one of");
    reasons.restore("fur-eine-andere-stadt");

    assertThat(reasons.required("fur-eine-andere-stadt").retiredAt()).isNull();
    assertThat(audit.entries(new AuditFilter(null, "return reason", null, null, null), null, 3)).extracting(entry -> entry.act())
        .containsExactly("took up again", "retired", "added");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "two\nlines", "information IS missing"})
  void refusesWhatIsNoNewReason(String label) {
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> reasons.add(label))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("label"));
  }

  @Test
  void theLastReasonStays() {
    reasons.offered().stream().skip(1).forEach(each -> reasons.retire(each.key()));

    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> reasons.retire(reasons.offered().get(0).key()))
        .withMessageContaining("is the last reason");
    assertThatExceptionOfType(TaskRefused.class).isThrownBy(() -> reasons.retire("nonsense")).withMessageContaining("There is no reason 'nonsense'");
  }

  @Test
  void isKeptByProcessOwnersOnly() throws Exception {
    mvc.perform(get("/return-reasons").with(user("front1").roles("EMPLOYEE"))).andExpect(status().isForbidden());
    mvc.perform(post("/return-reasons").with(csrf()).with(user("front1").roles("EMPLOYEE")).param("label", "x")).andExpect(status().isForbidden());

    mvc.perform(get("/return-reasons").with(owner())).andExpect(status().isOk()).andExpect(content().string(containsString("Information is missing")));
    mvc.perform(post("/return-reasons").with(csrf()).with(owner()).param("label", "Other <b>town</b>")).andExpect(redirectedUrl("/return-reasons"));
    mvc.perform(post("/return-reasons/other-b-town-b/retire").with(csrf()).with(owner())).andExpect(redirectedUrl("/return-reasons"));
    mvc.perform(post("/return-reasons/other-b-town-b/restore").with(csrf()).with(owner())).andExpect(redirectedUrl("/return-reasons"));
    mvc.perform(get("/return-reasons").with(owner())).andExpect(content().string(containsString("Other &lt;b&gt;town&lt;/b&gt;")));
    mvc.perform(post("/return-reasons").with(csrf()).with(owner()).param("label", "Not possible ".repeat(10))).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("at most 100 characters")));
    mvc.perform(post("/return-reasons/nonsense/retire").with(csrf()).with(owner())).andExpect(status().isNotFound());
  }
}
