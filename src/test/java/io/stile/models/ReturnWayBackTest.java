package io.stile.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.consistency.Consistency;
import io.stile.engine.Models;
import io.stile.request.Request;
import io.stile.work.Returns;
import io.stile.work.Task;
import io.stile.work.TaskReturn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Where the model draws a way back, the token takes it, and the words go along. */
class ReturnWayBackTest extends ModelStory {

  private static final String FILE = "bpmn/phone-swap.bpmn";
  private static final String EVENT = """
      <bpmn:boundaryEvent id="BoundaryEvent_ReserveHandsetReturned" name="Handset returned" cancelActivity="true" attachedToRef="UserTask_ReserveHandset">
        <bpmn:messageEventDefinition id="MessageEventDefinition_HandsetReturned" messageRef="Message_HandsetReturned" />
      </bpmn:boundaryEvent>
      <bpmn:sequenceFlow id="Flow_Returned" sourceRef="BoundaryEvent_ReserveHandsetReturned" targetRef="UserTask_AgreePlanChange" />
      </bpmn:process>
      <bpmn:message id="Message_HandsetReturned" name="phone-swap.reserve-handset-returned" />""";

  @Autowired
  Models models;
  @Autowired
  ResourcePatternResolver resources;
  @Autowired
  Returns returns;
  @Autowired
  Consistency consistency;

  private Map<String, byte[]> shipped;

  @BeforeEach
  void drawAWayBack() throws IOException {
    shipped = new TreeMap<>();
    for (String pattern : new String[]{FILE, "bpmn/phone-swap-eligibility.dmn", "forms/phone-swap/*.form"}) {
      for (Resource file : resources.getResources("classpath*:" + pattern)) {
        shipped.put(pattern.substring(0, pattern.lastIndexOf('/') + 1) + file.getFilename(), file.getContentAsByteArray());
      }
    }
    Map<String, byte[]> drawn = new TreeMap<>(shipped);
    drawn.put(FILE, new String(shipped.get(FILE), StandardCharsets.UTF_8).replace("</bpmn:process>", EVENT).getBytes(StandardCharsets.UTF_8));
    models.publish("phone-swap", drawn);
  }

  @AfterEach
  void takeItAway() {
    models.publish("phone-swap", shipped);
  }

  @Test
  void theEarlierStepBeginsAgainWithTheWordsOnTop() {
    Request swap = standingOn("UserTask_ReserveHandset");
    Task task = people.task(swap, "UserTask_ReserveHandset");

    Task gone = unitOfWork.of(() -> returns.giveBack(task.id(), "step-before-wrong", "She wants another plan", "logistics1"));

    assertThat(gone.state()).isEqualTo(Task.State.CANCELLED);
    Task again = people.task(swap, "UserTask_AgreePlanChange");
    assertThat(returns.of(again)).singleElement().satisfies(given -> {
      assertThat(given.state()).isEqualTo(TaskReturn.State.MOVED);
      assertThat(given.words()).isEqualTo("She wants another plan");
      assertThat(given.task()).isEqualTo(task.id());
    });
    agree(swap);
    Task second = people.task(swap, "UserTask_ReserveHandset");
    Task stays = unitOfWork.of(() -> returns.giveBack(second.id(), "step-before-wrong", "Again", "logistics1"));
    assertThat(stays.isLive()).as("the second time it is decided").isTrue();
    assertThat(returns.of(stays)).last().satisfies(given -> assertThat(given.state()).isEqualTo(TaskReturn.State.DISPUTED));
    assertThat(consistency.check().findings()).filteredOn(finding -> swap.number().value().equals(finding.request())).isEmpty();
    withdraw(swap);
    assertNothingRuns(swap);
  }
}
