package io.stile.catalogue;

import io.stile.engine.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the models that come with the program, from the folders {@code bpmn} and {@code forms}: one publication per
 * process, with the decisions it names and the forms in its folder. What is unchanged is not published again.
 */
@Component
@Order(ShippedModels.ORDER)
class ShippedModels implements ApplicationRunner {

  /** Before whatever needs a request type at the start. */
  static final int ORDER = 0;

  private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);
  private static final Pattern DECISION = Pattern.compile("decisionRef=\"([a-z0-9-]+)\"");

  private final Models models;
  private final ResourcePatternResolver resources;

  ShippedModels(Models models, ResourcePatternResolver resources) {
    this.models = models;
    this.resources = resources;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Set<String> named = new HashSet<>();
    for (Resource diagram : resources.getResources("classpath:bpmn/*.bpmn")) {
      String process = diagram.getFilename().replace(".bpmn", "");
      Map<String, byte[]> files = filesOf(process, diagram.getContentAsByteArray());
      models.publish(process, files);
      LOG.debug("Published {} with {}", process, files.keySet());
      named.addAll(files.keySet());
    }
    publishOtherDecisions(named);
  }

  /** The tables that no model names but the platform asks itself: each a publication of its own. */
  private void publishOtherDecisions(Set<String> named) throws IOException {
    for (Resource table : resources.getResources("classpath:bpmn/*.dmn")) {
      String file = "bpmn/" + table.getFilename();
      if (!named.contains(file)) {
        models.publish(table.getFilename().replace(".dmn", ""), Map.of(file, table.getContentAsByteArray()));
        LOG.debug("Published {}", file);
      }
    }
  }

  private Map<String, byte[]> filesOf(String process, byte[] diagram) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("bpmn/" + process + ".bpmn", diagram);
    Matcher decision = DECISION.matcher(new String(diagram, StandardCharsets.UTF_8));
    while (decision.find()) {
      String file = "bpmn/" + decision.group(1) + ".dmn";
      files.put(file, resources.getResource("classpath:" + file).getContentAsByteArray());
    }
    for (Resource form : resources.getResources("classpath*:forms/" + process + "/*.form")) {
      files.put("forms/" + process + "/" + form.getFilename(), form.getContentAsByteArray());
    }
    return files;
  }
}
