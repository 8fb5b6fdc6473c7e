package io.stile.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves what runs from one version of its model to another, without beginning anything anew: steps stay what they are called,
 * alarms stand where they stood, and what has gone off does not go off again.
 */
public interface Migrations {

  /**
   * An element of a version at which something can wait.
   *
   * @param key   id of the element
   * @param label what it is called; words for what it is where it has no label
   */
  record Place(String key, String label, Kind kind) {

    /** What waits there; a place moves to one of its own kind only. */
    public enum Kind {
      /** A person does something. */
      STEP,
      /** An instant or a message is awaited. */
      EVENT,
      /** Another process runs, such as an escalation. */
      CALL,
      /** Parallel work comes together. */
      JOIN,
      /** Something else, such as work for a program outside. */
      OTHER
    }
  }

  /**
   * Cases that stand at the same places of the same version.
   *
   * @param places keys of the places, in alphabetical order; one at which several wait stands there as often
   * @param cases  in the order in which they began
   */
  record Group(ModelVersion model, List<String> places, List<CaseKey> cases) {}

  /**
   * The way from one version to another.
   *
   * @param places where each place goes: the key in the other version by the key in this one. What stands at a place that is
   *               missing cannot move
   */
  record Route(ModelVersion from, ModelVersion to, Map<String, String> places) {

    public Route {
      places = Map.copyOf(places);
    }
  }

  /**
   * A name that something ahead reads, though nothing before it gives the name any more.
   *
   * @param reader    what reads it
   * @param label     what that is called
   * @param otherwise the way that is taken where no condition holds, as it is called or where it leads to; null if there is none
   */
  record NameAhead(String name, Reader reader, String label, String otherwise) {

    /** What reads a name. */
    public enum Reader {
      /** A condition decides which way is taken. */
      CONDITION,
      /** A decision table decides. */
      DECISION,
      /** An event waits until it. */
      INSTANT,
      /** Another process is told. */
      CALL,
      /** A step or an action uses it. */
      STEP
    }
  }

  /** Every version of a process that was published, the newest first. */
  List<ModelVersion> versions(String process);

  /** The places of a version, in the order in which the file has them. */
  List<Place> places(ModelVersion version);

  /** Where everything stands that runs of a process, of all versions, those with the most cases first. Reads once. */
  List<Group> groups(String process);

  /**
   * The places of a version that another one has as well, by their keys there: of the same id and kind; calls also where both
   * versions call the same process.
   */
  Map<String, String> alike(ModelVersion from, ModelVersion to);

  /** Where the process of a case stands, as in {@link Group#places}; empty if it does not run on that version. */
  List<String> standing(CaseKey caseKey, ModelVersion version);

  /**
   * The names that are read ahead of some places of a version and that nothing gives before, as its diagram draws it. A name that
   * nothing in the whole version gives is left out: it is null for everybody.
   *
   * @param places where something stands
   * @param asked  what the form of each element asks for, by the key of the element
   */
  List<NameAhead> namesAhead(ModelVersion version, Collection<String> places, Map<String, Set<String>> asked);

  /** The names that each process on a version carries, null or not; those that carry none are missing. */
  Map<CaseKey, Set<String>> namesCarried(ModelVersion version);

  /** The names that the process of a case carries, null or not. */
  Set<String> namesCarried(CaseKey caseKey, ModelVersion version);

  /**
   * What keeps the process of a case from taking a way as it stands now, as the engine itself finds it, in sentences; empty if
   * nothing does. Changes nothing.
   */
  List<String> hindrances(CaseKey caseKey, Route route);

  /**
   * Moves the process of a case. Joins the caller's transaction.
   *
   * @param dates when the steps for people that wait are due from now on; those that are missing have no target. Where they are
   *              as they were, alarms stay as they are; otherwise they are set anew
   * @param facts what conditions and decisions of the other version may read; only those are taken that the process does not
   *              carry already
   * @return the names of the facts that it carries from now on
   * @throws CannotMove     if something keeps it from it
   * @throws ConcurrentChange if somebody else was faster
   */
  List<String> move(CaseKey caseKey, Route route, Map<StepId, StepDates.Dates> dates, Map<String, ?> facts);

  /** Something keeps the process of a case from taking a way; the sentences say what. Nothing was done. */
  class CannotMove extends RuntimeException {

    private final List<String> hindrances;

    public CannotMove(List<String> hindrances) {
      super(String.join(" ", hindrances));
      this.hindrances = List.copyOf(hindrances);
    }

    public List<String> hindrances() {
      return hindrances;
    }
  }
}
