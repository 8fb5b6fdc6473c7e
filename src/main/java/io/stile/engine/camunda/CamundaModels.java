package io.stile.engine.camunda;

import io.stile.engine.Model;
import io.stile.engine.ModelRefused;
import io.stile.engine.ModelStep;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.engine.PublishedVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/** Publishes models into the engine and reads them back. What was published never changes, so it is read once. */
@Component
class CamundaModels implements Models {

  private final RepositoryService repository;
  private final PublishedVersions published;
  private final Map<String, Model> byVersion = new ConcurrentHashMap<>();

  CamundaModels(RepositoryService repository, PublishedVersions published) {
    this.repository = repository;
    this.published = published;
  }

  @Override
  public ModelVersion publish(String name, Map<String, byte[]> files) {
    Optional<PublishedVersion> newest = published.newest(name);
    if (newest.isPresent() && same(files(newest.get().version()), files)) {
      return newest.get().version();
    }
    DeploymentBuilder deployment = repository.createDeployment().name(name);
    files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
    try {
      return published.first(deployment.deployWithResult(), name);
    } catch (ProcessEngineException refused) {
      throw new ModelRefused("The models of '" + name + "' were not published: " + refused.getMessage(), refused);
    }
  }

  private static boolean same(Map<String, byte[]> some, Map<String, byte[]> others) {
    return some.keySet().equals(others.keySet())
        && some.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
  }

  @Override
  public Optional<PublishedVersion> newestOf(String name) {
    return published.newest(name);
  }

  @Override
  public List<PublishedVersion> published() {
    return published.all();
  }

  @Override
  public Map<ModelVersion, Integer> running(String process) {
    return published.running(process);
  }

  @Override
  public Optional<Model> newest(String process) {
    return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
        .singleResult()).map(this::model);
  }

  @Override
  public Model version(ModelVersion version) {
    ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionId(version.id())
        .singleResult();
    if (definition == null) {
      throw new IllegalArgumentException("No model version '" + version + "' was published");
    }
    return model(definition);
  }

  @Override
  public List<Model> all() {
    return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list().stream()
        .map(this::model).toList();
  }

  @Override
  public String diagram(ModelVersion version) {
    return new String(read(repository.getProcessModel(version.id())), StandardCharsets.UTF_8);
  }

  @Override
  public Map<String, byte[]> files(ModelVersion version) {
    return filesOf(published.deployment(version));
  }

  @Override
  public Map<String, byte[]> newestFiles(String name) {
    return published.newest(name).map(found -> files(found.version())).orElse(Map.of());
  }

  private Map<String, byte[]> filesOf(String deployment) {
    Map<String, byte[]> files = new TreeMap<>();
    repository.getDeploymentResources(deployment).forEach(file -> files.put(file.getName(), file.getBytes()));
    return files;
  }

  @Override
  public Optional<byte[]> file(ModelVersion version, String name) {
    return repository.getDeploymentResources(published.deployment(version)).stream().filter(found -> found.getName().equals(name))
        .map(Resource::getBytes).findFirst();
  }

  private Model model(ProcessDefinition definition) {
    return byVersion.computeIfAbsent(definition.getId(), id -> describe(definition));
  }

  private Model describe(ProcessDefinition definition) {
    BpmnModelInstance diagram = repository.getBpmnModelInstance(definition.getId());
    Process process = diagram.getModelElementById(definition.getKey());
    Optional<StartEvent> start = diagram.getModelElementsByType(StartEvent.class).stream()
        .filter(event -> event.getParentElement().equals(process)).findFirst();
    List<ModelStep> steps = diagram.getModelElementsByType(UserTask.class).stream().map(CamundaModels::step).toList();
    String name = definition.getName() == null ? definition.getKey() : ModelElements.oneLine(definition.getName());
    return new Model(new ModelVersion(definition.getId()), definition.getKey(), name, definition.getVersion(),
        properties(process), start.map(event -> extension(event, "formRef")).orElse(null),
        start.map(CamundaModels::documentation).orElse(""), steps);
  }

  private static ModelStep step(UserTask task) {
    return new ModelStep(task.getId(), ModelElements.oneLine(task.getName()), documentation(task),
        extension(task, "candidateGroups"), extension(task, "formRef"), properties(task));
  }

  private static String extension(BaseElement element, String attribute) {
    return element.getAttributeValueNs(ModelVocabulary.CAMUNDA, attribute);
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().stream().map(Documentation::getTextContent).map(String::strip).findFirst()
        .orElse("");
  }

  private static Map<String, String> properties(BaseElement element) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (element.getExtensionElements() != null) {
      element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
          .flatMap(all -> all.getCamundaProperties().stream())
          .forEach(property -> properties.put(property.getCamundaName(), property.getCamundaValue()));
    }
    return properties;
  }

  private static byte[] read(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
