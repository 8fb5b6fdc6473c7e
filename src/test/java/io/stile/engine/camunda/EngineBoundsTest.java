package io.stile.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stile.engine.ModelRefused;
import io.stile.engine.Models;
import io.stile.testkit.StileTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What got in behind the gate is refused when it is parsed, or stopped when it runs: nothing of it keeps a thread busy without end. */
@StileTest
class EngineBoundsTest {

  @Autowired
  Models models;
  @Autowired
  RepositoryService repository;
  @Autowired
  RuntimeService runtime;

  @AfterEach
  void leaveNothingBehind() {
    repository.createDeploymentQuery().deploymentName("hostile").list().forEach(found -> repository.deleteDeployment(found.getId(), true));
  }

  private void publish(String model) {
    models.publish("hostile", Map.of("hostile.bpmn", model.getBytes(StandardCharsets.UTF_8)));
  }

  private static Stream<Arguments> of(Map<String, String> models) {
    return models.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  static Stream<Arguments> courses() {
    return Stream.concat(of(HostileCourses.loops()), of(HostileCourses.repetitions()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("courses")
  @Timeout(30)
  void whatWouldNeverEndIsStoppedAndSaid(String name, String model) {
    publish(model);
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("hostile", "none")).isInstanceOf(ProcessEngineException.class)
        .hasMessageFindingMatch("without waiting for anybody|is to be done [\\d.,]+ times");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("hostile").count()).as("the transaction was undone").isZero();
  }

  static Stream<Arguments> selfStarters() {
    return of(HostileFiles.selfStarters());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("selfStarters")
  void nothingBeginsByItself(String name, String model) {
    assertThatExceptionOfType(ModelRefused.class).isThrownBy(() -> publish(model)).withMessageContaining("Refused at");
  }

  @Test
  void aFileHoldsOneProcessThatRuns() {
    Map<String, String> disguises = HostileFiles.disguises();
    for (String disguise : new String[] {"two processes", "not executable", "says not whether executable"}) {
      assertThatExceptionOfType(ModelRefused.class).as(disguise).isThrownBy(() -> publish(disguises.get(disguise))).withMessageContaining("Refused at");
    }
  }

  @Test
  void jobAfterJobOfOneProcessIsStoppedToo() {
    StepBounds bounds = new StepBounds(Duration.ofMinutes(1), 3);
    for (int i = 0; i < 3; i++) {
      assertThat(bounds.isTooBusy("a process")).isFalse();
    }
    assertThat(bounds.isTooBusy("a process")).isTrue();
    assertThat(bounds.isTooBusy("another one")).isFalse();
  }
}
