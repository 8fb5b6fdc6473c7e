package io.stile.migration;

import io.stile.engine.CaseKey;
import io.stile.engine.Migrations;
import io.stile.engine.Migrations.Group;
import io.stile.engine.Migrations.NameAhead;
import io.stile.engine.Migrations.Place;
import io.stile.engine.Migrations.Route;
import io.stile.engine.Model;
import io.stile.engine.ModelVersion;
import io.stile.engine.Models;
import io.stile.migration.MigrationPlan.How;
import io.stile.migration.MigrationPlan.Leg;
import io.stile.migration.MigrationPlan.Mapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Plans how running requests get to another version, and tries it without moving any. */
@Service
public class MigrationPlans {

  private final Migrations migrations;
  private final Models models;
  private final NeverAsked neverAsked;
  private final AskedFields fields;

  MigrationPlans(Migrations migrations, Models models, NeverAsked neverAsked, AskedFields fields) {
    this.migrations = migrations;
    this.models = models;
    this.neverAsked = neverAsked;
    this.fields = fields;
  }

  /**
   * What a plan is made from.
   *
   * @param target     number of the version to which they are to move; null for the newest
   * @param newTargets whether steps that wait are due by the targets of the new version from then on
   * @param places     where places go, by the number of their version and their key; an empty text for those whose requests
   *                   stay. For places that are missing the plan makes a suggestion
   * @param given      values for names that requests were never asked for, null to leave one empty. Requests that lack a name that is
   *                   missing stay
   */
  public record Wanted(Integer target, boolean newTargets, Map<Integer, Map<String, String>> places, Map<String, Object> given) {

    /** Without values for names. */
    public Wanted(Integer target, boolean newTargets, Map<Integer, Map<String, String>> places) {
      this(target, newTargets, places, Map.of());
    }

    /** Everything that runs, to the newest version. */
    public static Wanted newest() {
      return new Wanted(null, false, Map.of());
    }
  }

  /** The versions of a model, the newest first. */
  public List<Model> versions(String model) {
    return migrations.versions(model).stream().map(models::version).toList();
  }

  /**
   * The plan for everything that runs on other versions than the one wanted.
   *
   * @throws MigrationRefused if there is no such model or version, a place cannot go where it is sent, or a value is none for its name
   */
  public MigrationPlan plan(String model, Wanted wanted) {
    Model target = target(model, wanted.target());
    Map<ModelVersion, List<Group>> running = migrations.groups(model).stream()
        .filter(group -> !group.model().equals(target.version())).collect(Collectors.groupingBy(Group::model));
    List<Leg> legs = running.entrySet().stream().map(each -> leg(models.version(each.getKey()), target, each.getValue(), wanted))
        .sorted(Comparator.comparing(Leg::number).reversed()).toList();
    wanted.places().keySet().stream().filter(number -> versions(model).stream().noneMatch(version -> version.number() == number))
        .findFirst().ifPresent(number -> {
          throw MigrationRefused.invalid("places", "There is no version %d of '%s'".formatted(number, model));
        });
    List<Unasked> unasked = neverAsked.byName(target, legs.stream().flatMap(leg -> running.get(leg.from()).stream()
        .map(group -> neverAsked.of(group, leg.route(target.version())))).toList());
    return new MigrationPlan(model, target.version(), target.number(), wanted.newTargets(), legs, given(target, unasked, wanted.given()),
        unasked);
  }

  private Map<String, Object> given(Model target, List<Unasked> unasked, Map<String, Object> wanted) {
    Map<String, Object> given = new LinkedHashMap<>();
    wanted.forEach((name, value) -> {
      Optional<Unasked> lacked = unasked.stream().filter(each -> each.name().equals(name)).findFirst();
      if (value == null && lacked.filter(each -> !each.mayBeEmpty()).isPresent()) {
        throw MigrationRefused.invalid("given." + name, "“%s” cannot be left empty: %s".formatted(lacked.get().label(),
            String.join(" ", lacked.get().effects())));
      }
      given.put(name, value == null && lacked.isPresent() ? null : fields.read(target, name, value));
    });
    return given;
  }

  private Model target(String model, Integer number) {
    List<Model> versions = versions(model);
    if (versions.isEmpty()) {
      throw MigrationRefused.unknown("model '" + model + "'");
    }
    return number == null ? versions.get(0) : versions.stream().filter(version -> version.number() == number).findFirst()
        .orElseThrow(() -> MigrationRefused.invalid("target", "There is no version %d of '%s'; expected one of %s".formatted(number, model,
            versions.stream().map(version -> String.valueOf(version.number())).collect(Collectors.joining(", ")))));
  }

  private Leg leg(Model from, Model target, List<Group> groups, Wanted wanted) {
    Map<String, String> alike = migrations.alike(from.version(), target.version());
    Map<String, String> chosen = wanted.places().getOrDefault(from.number(), Map.of());
    List<Place> places = migrations.places(from.version());
    chosen.keySet().stream().filter(key -> places.stream().noneMatch(place -> place.key().equals(key))).findFirst()
        .ifPresent(key -> {
          throw MigrationRefused.invalid("places", "Nothing can stand at '%s' in version %d".formatted(key, from.number()));
        });
    List<Place> targets = migrations.places(target.version());
    return new Leg(from.version(), from.number(), groups.stream().mapToInt(group -> group.cases().size()).sum(), places.stream()
        .map(place -> mapped(place, standing(place, groups), targets, alike.get(place.key()), chosen)).toList());
  }

  /** One request may stand at a place more than once. */
  private static int standing(Place place, List<Group> groups) {
    return groups.stream().filter(group -> group.places().contains(place.key())).mapToInt(group -> group.cases().size()).sum();
  }

  private static Mapped mapped(Place place, int standing, List<Place> targets, String alike, Map<String, String> chosen) {
    List<Place> choices = targets.stream().filter(target -> target.kind() == place.kind()).toList();
    Mapped suggested = suggested(place, standing, choices, alike);
    String wanted = chosen.get(place.key());
    if (wanted == null) {
      return suggested;
    }
    String to = wanted.isBlank() ? null : chosen(place, wanted, choices);
    return Objects.equals(to, suggested.to()) ? suggested : new Mapped(place, standing, to, How.CHOSEN, choices, null);
  }

  private static Mapped suggested(Place place, int standing, List<Place> choices, String alike) {
    if (alike != null) {
      return new Mapped(place, standing, alike, How.SAME, choices, null);
    }
    Optional<Place> sameLabel = choices.stream().filter(choice -> choice.label().equalsIgnoreCase(place.label()))
        .filter(choice -> place.kind() == Place.Kind.STEP || place.kind() == Place.Kind.EVENT).findFirst();
    return sameLabel.map(found -> new Mapped(place, standing, found.key(), How.SAME_LABEL, choices, null))
        .orElseGet(() -> new Mapped(place, standing, null, How.GONE, choices, Likeness.mostLike(place, choices).orElse(null)));
  }

  private static String chosen(Place place, String to, List<Place> choices) {
    return choices.stream().map(Place::key).filter(to::equals).findFirst()
        .orElseThrow(() -> MigrationRefused.invalid("places", "“%s” cannot go to '%.60s'; expected one of %s".formatted(place.label(), to,
            choices.stream().map(Place::key).collect(Collectors.joining(", ")))));
  }

  /** How many requests of a type run on a version now. */
  public int running(String model, ModelVersion version) {
    return migrations.groups(model).stream().filter(group -> group.model().equals(version)).mapToInt(group -> group.cases().size()).sum();
  }

  /** Numbers of the requests that run on the version from which a leg leads. */
  List<String> requests(String model, Leg leg) {
    return migrations.groups(model).stream().filter(group -> group.model().equals(leg.from()))
        .flatMap(group -> group.cases().stream()).map(CaseKey::value).toList();
  }

  /** What would become of the requests now. Requests that stand alike are tried once, by the engine itself; none is changed. */
  public DryRun dryRun(MigrationPlan plan) {
    List<String> moves = new ArrayList<>();
    Map<String, List<String>> stays = new LinkedHashMap<>();
    Model target = models.version(plan.target());
    for (Group group : migrations.groups(plan.model())) {
      Optional<Leg> leg = plan.legs().stream().filter(each -> each.from().equals(group.model())).findFirst();
      if (leg.isPresent()) {
        List<String> numbers = group.cases().stream().map(CaseKey::value).toList();
        Route route = leg.get().route(plan.target());
        List<String> hindrances = migrations.hindrances(group.cases().get(0), route);
        Map<String, List<NameAhead>> lacking = hindrances.isEmpty() ? neverAsked.of(group, route) : Map.of();
        numbers.forEach(number -> {
          List<String> reasons = hindrances.isEmpty()
              ? neverAsked.hindrances(lacking.getOrDefault(number, List.of()), target, plan.given()) : hindrances;
          (reasons.isEmpty() ? moves : stays.computeIfAbsent(String.join(" ", reasons), reason -> new ArrayList<>())).add(number);
        });
      }
    }
    return DryRun.of(plan, moves, stays);
  }
}
