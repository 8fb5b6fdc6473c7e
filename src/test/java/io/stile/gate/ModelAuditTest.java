package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.engine.CaseKey;
import io.stile.engine.Models;
import io.stile.engine.Processes;
import io.stile.engine.camunda.HostileModels;
import io.stile.testkit.StileTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** What came in beside the gate is found by looking at everything that is published. */
@StileTest
@Transactional
class ModelAuditTest {

  @Autowired
  ModelAudit audit;
  @Autowired
  Models models;
  @Autowired
  Processes processes;
  @Autowired
  WebApplicationContext application;

  private void publish(String body) {
    models.publish("audited", Map.of("bpmn/audited.bpmn", HostileModels.process(body).replace("'hostile'", "'audited'").getBytes(StandardCharsets.UTF_8)));
  }

  private List<AuditedModel> audited() {
    return audit.audit().stream().filter(model -> model.model().equals("audited")).toList();
  }

  @Test
  void tellsWhatTheGateWouldRefuseOfEachNewestVersionAndOfThoseThatStillRun() throws Exception {
    publish("<receiveTask id='t' messageRef='m'/>".replace(" messageRef='m'", "") + "<manualTask id='u'/><sequenceFlow id='f1' sourceRef='t' targetRef='u'/>");
    processes.start("audited", new CaseKey("SR-0000000"), Map.of());
    publish("<manualTask id='t'/><task id='a'/><sequenceFlow id='f1' sourceRef='t' targetRef='a'/><sequenceFlow id='f2' sourceRef='a' targetRef='t'/>");
    publish("<manualTask id='t'/><task id='a'/><sequenceFlow id='f3' sourceRef='t' targetRef='a'/><sequenceFlow id='f4' sourceRef='a' targetRef='t'/>");

    List<AuditedModel> found = audited();
    assertThat(found).extracting(AuditedModel::number).as("the second is neither").containsExactly(3, 1);
    assertThat(found).extracting(AuditedModel::running).containsExactly(0, 1);
    assertThat(found.get(0).findings()).extracting(each -> each.finding().rule()).containsExactly("loops-wait");
    assertThat(found.get(1).findings()).extracting(each -> each.finding().rule()).containsExactly("references-exist");

    MockMvc pages = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    pages.perform(get("/studio/audit").with(user("owner.phone-swap").roles("EMPLOYEE", "PROCESS_OWNER"))).andExpect(status().isOk())
        .andExpect(content().string(allOf(containsString("Hostile, version 3"), containsString("/studio/audited/versions/3?element=t"),
            containsString("/studio/audited/versions/1?element=t"), containsString("1 runs on it"))));
    pages.perform(get("/studio/audit").with(user("front1").roles("EMPLOYEE"))).andExpect(status().isForbidden());
  }

  @Test
  void findsNothingWrongWithWhatIsShipped() {
    assertThat(audit.audit()).filteredOn(model -> List.of("phone-swap", "billing-dispute", "escalation", "credit-authority").contains(model.model()))
        .hasSizeGreaterThanOrEqualTo(4).allSatisfy(model -> assertThat(model.findings()).isEmpty());
  }
}
