package io.stile.catalogue;

import io.stile.gate.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Service;

/**
 * The models that come with the program, from the folders {@code bpmn} and {@code forms}: one bundle for each process, with the decisions it
 * names and the forms in its folder, and one for each table that no model names but the platform asks itself.
 */
@Service
public class ShippedBundles {

  private static final Pattern DECISION = Pattern.compile("decisionRef=\"([a-z0-9-]+)\"");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private final ResourcePatternResolver resources;

  ShippedBundles(ResourcePatternResolver resources) {
    this.resources = resources;
  }

  /** What this version of the program brings of a model, empty if nothing. */
  public Optional<Bundle> of(String model) {
    if (!KEY.matcher(model).matches()) {
      return Optional.empty();
    }
    try {
      Resource diagram = resources.getResource("classpath:" + Bundle.diagramOf(model));
      if (diagram.exists()) {
        return Optional.of(bundle(model, diagram.getContentAsByteArray()));
      }
      return all().stream().filter(bundle -> bundle.key().equals(model)).findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<Bundle> all() {
    try {
      List<Bundle> found = new ArrayList<>();
      Set<String> named = new HashSet<>();
      for (Resource diagram : resources.getResources("classpath:bpmn/*.bpmn")) {
        Bundle bundle = bundle(diagram.getFilename().replace(".bpmn", ""), diagram.getContentAsByteArray());
        found.add(bundle);
        named.addAll(bundle.files().keySet());
      }
      for (Resource table : resources.getResources("classpath:bpmn/*.dmn")) {
        String file = "bpmn/" + table.getFilename();
        if (!named.contains(file)) {
          found.add(new Bundle(table.getFilename().replace(".dmn", ""), Map.of(file, table.getContentAsByteArray())));
        }
      }
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Bundle bundle(String process, byte[] diagram) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(Bundle.diagramOf(process), diagram);
    Matcher decision = DECISION.matcher(new String(diagram, StandardCharsets.UTF_8));
    while (decision.find()) {
      String file = Bundle.decisionOf(decision.group(1));
      files.put(file, resources.getResource("classpath:" + file).getContentAsByteArray());
    }
    for (Resource form : resources.getResources("classpath*:forms/" + process + "/*.form")) {
      files.put("forms/" + process + "/" + form.getFilename(), form.getContentAsByteArray());
    }
    return new Bundle(process, files);
  }
}
