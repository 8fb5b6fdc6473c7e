package io.stile.engine.camunda;

import io.stile.engine.ModelTrial;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Parses a diagram with the parser that also deploys, and forgets the result. Uses the engine's internals: nothing public parses without storing. */
@Component
class CamundaModelTrial implements ModelTrial {

  private final ProcessEngineConfigurationImpl configuration;

  CamundaModelTrial(ProcessEngine engine) {
    this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Override
  public List<Flaw> flaws(byte[] diagram) {
    // The parser asks for the settings of the engine that runs it; it needs no transaction.
    Context.setProcessEngineConfiguration(configuration);
    try {
      parser().createParse().sourceInputStream(new ByteArrayInputStream(diagram)).deployment(new DeploymentEntity()).name("trial.bpmn").execute();
      return List.of();
    } catch (ParseException refused) {
      return refused.getResorceReports().stream().flatMap(report -> report.getErrors().stream()).map(CamundaModelTrial::flaw).toList();
    } catch (ProcessEngineException refused) {
      return List.of(new Flaw("", String.valueOf(refused.getMessage())));
    } finally {
      Context.removeProcessEngineConfiguration();
    }
  }

  private static Flaw flaw(Problem problem) {
    return new Flaw(problem.getMainElementId() == null ? "" : problem.getMainElementId(), String.valueOf(problem.getMessage()));
  }

  private BpmnParser parser() {
    return configuration.getDeployers().stream().filter(BpmnDeployer.class::isInstance).map(BpmnDeployer.class::cast).findFirst().orElseThrow().getBpmnParser();
  }
}
