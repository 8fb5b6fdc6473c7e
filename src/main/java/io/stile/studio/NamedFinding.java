package io.stile.studio;

import io.stile.gate.Bundle;
import io.stile.gate.Finding;
import io.stile.gate.Kind;
import io.stile.gate.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A finding of the gate with its place in the words of those who draw.
 *
 * @param element  id of what it concerns
 * @param place    where in it; empty for the element as a whole
 * @param rule     key of the rule
 * @param severity what it prevents
 * @param message  what was found and what to do instead
 * @param name     the place as people call it: {@code Step “Reserve the handset”, department}, {@code Rule 3, result “Eligibility”}
 */
public record NamedFinding(String element, String place, String rule, Severity severity, String message, String name) {

  /** The findings of one file of a bundle. A file that cannot be read is called as a whole. */
  public static List<NamedFinding> of(Bundle bundle, String path, List<Finding> findings) {
    Kind kind = Kind.ofFile(path).orElse(null);
    Map<String, String> titles = kind == null || findings.isEmpty() ? Map.of() : bundle.file(path).map(content -> titles(kind, content)).orElse(Map.of());
    return findings.stream().map(finding -> new NamedFinding(finding.element(), finding.place(), finding.rule(), finding.severity(),
        finding.message(), name(kind, titles, finding))).toList();
  }

  private static Map<String, String> titles(Kind kind, byte[] content) {
    return switch (kind) {
      case BPMN -> DiagramParts.titles(content);
      case DMN -> TableParts.titles(content);
      case FORM -> FormParts.titles(content);
    };
  }

  private static String name(Kind kind, Map<String, String> titles, Finding finding) {
    List<String> words = new ArrayList<>();
    List<String> places = finding.place().isEmpty() ? List.of() : List.of(finding.place().split(", "));
    String element = titles.get(finding.element());
    // Of a table the gate says where in it, not what: rule 3, output 1.
    if (element != null || places.isEmpty() || !titles.containsKey(places.get(0))) {
      words.add(element == null ? whole(kind) : element);
    }
    places.forEach(place -> words.add(titles.getOrDefault(place, property(kind, place))));
    return capital(words.get(0)) + words.stream().skip(1).map(word -> ", " + uncapital(word)).collect(Collectors.joining());
  }

  private static String whole(Kind kind) {
    return kind == null ? "The file" : switch (kind) {
      case BPMN -> "The diagram";
      case DMN -> "The table";
      case FORM -> "The form";
    };
  }

  private static String property(Kind kind, String place) {
    if (place.contains(" ")) {
      return place;
    }
    return kind == Kind.FORM ? FormParts.property(place) : PropertyWords.name(place.substring(place.indexOf(':') + 1));
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String uncapital(String words) {
    return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
