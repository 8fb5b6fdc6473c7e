package io.stile.catalogue;

import io.stile.engine.Model;
import io.stile.engine.Models;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The request types, and which of them can be opened now. */
@Service
public class RequestTypes {

  /** What can be the key of a type: nobody need be asked for anything else. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

  private final Models models;
  private final Retirements retirements;

  RequestTypes(Models models, Retirements retirements) {
    this.models = models;
    this.retirements = retirements;
  }

  /** Those that can be opened for customers, by name; without those that are retired. */
  public List<RequestType> forCustomers() {
    Set<String> retired = retirements.keys();
    return all().stream().filter(type -> !type.internal() && !retired.contains(type.key())).toList();
  }

  /** Whether and why no new request of a type can be opened. */
  public Optional<Retired> retired(String key) {
    return retirements.of(key);
  }

  /** All of them, by name; also those of which no new request can be opened. */
  public List<RequestType> all() {
    return models.all().stream().filter(RequestType::is).map(RequestType::of)
        .sorted(Comparator.comparing(RequestType::name)).toList();
  }

  /** The newest version of a type, also of one that is retired; empty if there is none of that key. */
  public Optional<RequestType> byKey(String key) {
    return key == null || !KEY.matcher(key).matches() ? Optional.empty() : models.newest(key).filter(RequestType::is).map(RequestType::of);
  }

  /** Every model that can be looked at, request types and protocols, by name. */
  public List<Model> models() {
    return models.all().stream().sorted(Comparator.comparing(Model::name)).toList();
  }

  /** The types with a word that begins as typed, or all of them if nothing was typed. */
  public List<RequestType> matching(String typed) {
    String start = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return forCustomers().stream().filter(type -> start.isEmpty() || matches(type, start)).toList();
  }

  private static boolean matches(RequestType type, String start) {
    String name = type.name().toLowerCase(Locale.ROOT);
    return name.startsWith(start) || name.contains(" " + start) || initials(name).startsWith(start);
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[\\s-]+")) {
      initials.append(word, 0, Math.min(1, word.length()));
    }
    return initials.toString();
  }
}
