package io.stile.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** All models, forms and decision tables of the project, by their path. */
record ModelFolder(Map<String, String> texts, List<ModelFile> models, List<FormFile> forms, List<DecisionFile> decisions) {

  /** Reads {@code bpmn/} and {@code forms/} below the project's folder. */
  static ModelFolder read(Path project) {
    Map<String, String> texts = new TreeMap<>();
    for (String top : List.of("bpmn", "forms")) {
      try (Stream<Path> files = Files.walk(project.resolve(top))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(project.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return of(texts);
  }

  static ModelFolder of(Map<String, String> texts) {
    return new ModelFolder(Map.copyOf(texts), parse(texts, ".bpmn", ModelFile::parse), parse(texts, ".form", FormFile::parse),
        parse(texts, ".dmn", DecisionFile::parse));
  }

  /** The same folder with one file replaced. */
  ModelFolder with(String path, String text) {
    Map<String, String> changed = new TreeMap<>(texts);
    changed.put(path, text);
    return of(changed);
  }

  List<DrawnModel> drawn() {
    return models.stream().map(ModelFile::drawn).toList();
  }

  Optional<DrawnModel> model(String id) {
    return drawn().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  List<FormFile> formsOf(String process) {
    return forms.stream().filter(f -> f.process().equals(process)).toList();
  }

  Optional<DecisionFile> decision(String id) {
    return decisions.stream().filter(d -> d.ids().contains(id)).findFirst();
  }

  private static <T> List<T> parse(Map<String, String> texts, String suffix, BiFunction<String, String, T> parser) {
    return texts.entrySet().stream().filter(e -> e.getKey().endsWith(suffix))
        .sorted(Map.Entry.comparingByKey()).map(e -> parser.apply(e.getKey(), e.getValue())).toList();
  }
}
