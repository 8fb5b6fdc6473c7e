package io.stile.migration;

import io.stile.engine.CaseKey;
import io.stile.engine.Migrations;
import io.stile.engine.Migrations.CannotMove;
import io.stile.engine.Migrations.Group;
import io.stile.engine.Migrations.NameAhead;
import io.stile.engine.Migrations.Route;
import io.stile.engine.Model;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.request.KnownFacts;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the names that requests would lack in another version, because they are past the step that asks for them there. */
@Component
class NeverAsked {

  private final Migrations migrations;
  private final Models models;
  private final KnownFacts knownFacts;
  private final AskedFields fields;

  NeverAsked(Migrations migrations, Models models, KnownFacts knownFacts, AskedFields fields) {
    this.migrations = migrations;
    this.models = models;
    this.knownFacts = knownFacts;
    this.fields = fields;
  }

  /** What the requests of a group would lack, by their number; those that lack nothing are missing. */
  Map<String, List<NameAhead>> of(Group group, Route route) {
    List<NameAhead> ahead = ahead(group.places(), route);
    if (ahead.isEmpty()) {
      return Map.of();
    }
    Map<CaseKey, Set<String>> carried = migrations.namesCarried(route.from());
    List<String> numbers = group.cases().stream().map(CaseKey::value).toList();
    Map<String, Set<String>> known = knownFacts.names(numbers);
    Map<String, List<NameAhead>> lacking = new LinkedHashMap<>();
    for (String number : numbers) {
      List<NameAhead> lacks = without(ahead, known.get(number), carried.getOrDefault(new CaseKey(number), Set.of()));
      if (!lacks.isEmpty()) {
        lacking.put(number, lacks);
      }
    }
    return lacking;
  }

  /**
   * What a request is to be given when it moves now: of the values that the plan gives those that it lacks.
   *
   * @throws CannotMove if it lacks one that the plan does not give
   */
  Map<String, Object> toGive(String request, Route route, Map<String, Object> given) {
    CaseKey caseKey = new CaseKey(request);
    List<NameAhead> ahead = ahead(migrations.standing(caseKey, route.from()), route);
    Map<String, Object> values = new LinkedHashMap<>();
    if (!ahead.isEmpty()) {
      List<NameAhead> lacks = without(ahead, knownFacts.names(List.of(request)).get(request), migrations.namesCarried(caseKey, route.from()));
      List<String> hindrances = hindrances(lacks, models.version(route.to()), given);
      if (!hindrances.isEmpty()) {
        throw new CannotMove(hindrances);
      }
      lacks.forEach(name -> values.put(name.name(), given.get(name.name())));
    }
    return values;
  }

  /** Why requests that lack these names cannot move by a plan that gives those values; empty if they can. */
  List<String> hindrances(List<NameAhead> lacks, Model target, Map<String, Object> given) {
    return lacks.stream().filter(name -> !given.containsKey(name.name())).map(name ->
        "“%s” asks for “%s”, which it was never asked, no step ahead asks it before, and the plan gives no value.".formatted(name.label(),
            fields.label(target, name.name()))).distinct().toList();
  }

  /**
   * What stands at a place that goes nowhere does not move, so it lacks nothing; and where the version that it follows reads the same
   * name in the same place without having asked for it, nothing becomes worse by the move.
   */
  private List<NameAhead> ahead(Collection<String> places, Route route) {
    if (places.isEmpty() || !route.places().keySet().containsAll(places)) {
      return List.of();
    }
    List<NameAhead> ahead = namesAhead(route.to(), places.stream().map(route.places()::get).toList());
    Set<NameAhead> before = ahead.isEmpty() ? Set.of()
        : namesAhead(route.from(), places).stream().map(NeverAsked::wherever).collect(Collectors.toSet());
    return ahead.stream().filter(name -> !before.contains(wherever(name))).toList();
  }

  private List<NameAhead> namesAhead(ModelVersion version, Collection<String> places) {
    return migrations.namesAhead(version, places, fields.byStep(models.version(version)));
  }

  private static NameAhead wherever(NameAhead name) {
    return new NameAhead(name.name(), name.reader(), name.label(), null);
  }

  private static List<NameAhead> without(List<NameAhead> ahead, Set<String> known, Set<String> carried) {
    Set<String> has = new HashSet<>(known);
    has.addAll(carried);
    return ahead.stream().filter(name -> !has.contains(name.name())).toList();
  }

  /** The same by name: who reads it, and which requests lack it. */
  List<Unasked> byName(Model target, List<Map<String, List<NameAhead>>> lacking) {
    Map<String, Set<NameAhead>> readers = new LinkedHashMap<>();
    Map<String, Set<String>> requests = new LinkedHashMap<>();
    lacking.stream().flatMap(each -> each.entrySet().stream()).forEach(each -> each.getValue().forEach(name -> {
      readers.computeIfAbsent(name.name(), key -> new LinkedHashSet<>()).add(name);
      requests.computeIfAbsent(name.name(), key -> new TreeSet<>()).add(each.getKey());
    }));
    return readers.keySet().stream().sorted().map(name -> new Unasked(name, fields.label(target, name),
        fields.field(target, name).orElse(null), List.copyOf(readers.get(name)), List.copyOf(requests.get(name)))).toList();
  }
}
