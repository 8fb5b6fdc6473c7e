package io.stile.migration;

import io.stile.engine.Migrations.Place;
import io.stile.engine.Migrations.Route;
import io.stile.engine.ModelVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the running requests of a type get to another version: a leg for each version on which some run.
 *
 * @param model      key of the request type
 * @param target     the version to which they move
 * @param number     its number
 * @param newTargets whether steps that wait are due by the targets of the new version from then on
 * @param legs       those from the newest version first
 * @param given      values for names that requests were never asked for, null where one is left empty
 * @param unasked    the names that some requests lack and that no step ahead of them asks for
 */
public record MigrationPlan(String model, ModelVersion target, int number, boolean newTargets, List<Leg> legs, Map<String, Object> given,
                            List<Unasked> unasked) {

  /**
   * The way from one version.
   *
   * @param from   the version
   * @param number its number
   * @param running how many requests run on it
   * @param places every place of the version, in the order of its file
   */
  public record Leg(ModelVersion from, int number, int running, List<Mapped> places) {

    /** The way as the engine takes it. */
    Route route(ModelVersion to) {
      Map<String, String> mapped = new LinkedHashMap<>();
      places.stream().filter(place -> place.to() != null).forEach(place -> mapped.put(place.place().key(), place.to()));
      return new Route(from, to, mapped);
    }
  }

  /**
   * Where a place goes.
   *
   * @param standing how many requests stand there
   * @param to       key of the place in the other version; null if what stands there stays
   * @param how      who says so
   * @param choices  the places of the other version to which it could go
   * @param perhaps  of these the one that is called most alike, null if it goes somewhere or none is
   */
  public record Mapped(Place place, int standing, String to, How how, List<Place> choices, Place perhaps) {

    /** Label of where it goes; null if it stays. */
    public String goesTo() {
      return choices.stream().filter(choice -> choice.key().equals(to)).map(Place::label).findFirst().orElse(null);
    }
  }

  /** Who says where a place goes. */
  public enum How {
    /** Both versions have it. */
    SAME,
    /** The other version has one of the same label. */
    SAME_LABEL,
    /** Whoever plans it. */
    CHOSEN,
    /** Nobody: the other version has no such place. */
    GONE
  }

  /** How many requests it is about. */
  public int running() {
    return legs.stream().mapToInt(Leg::running).sum();
  }
}
