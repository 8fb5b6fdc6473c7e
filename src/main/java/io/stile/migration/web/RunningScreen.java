package io.stile.migration.web;

import io.stile.engine.Model;
import io.stile.migration.DryRun;
import io.stile.migration.MigrationPlan;
import io.stile.migration.MigrationPlan.Mapped;
import java.util.List;

/**
 * The page of the running requests of a type.
 *
 * @param model    the newest version
 * @param versions all of them, the newest first
 * @param onTarget how many requests run on the chosen version already
 * @param legs     a table for each other version on which requests run
 * @param trial    what was found by trying, null if nothing was tried
 * @param going    the migration that goes on, null if none does
 * @param past     those that have ended, the newest first
 * @param mayMove  whether the reader may move requests
 * @param refused  why what was asked was not done, null otherwise
 */
record RunningScreen(Model model, List<Model> versions, int onTarget, MigrationPlan plan, List<LegLines> legs, DryRun trial,
                     MigrationLine going, List<MigrationLine> past, boolean mayMove, String refused) {

  /** The table of one version: places at which requests stand, and those at which none stands now. */
  record LegLines(int number, int running, List<PlaceLine> standing, List<PlaceLine> empty) {}

  /** Where a place goes. {@code field} is the name of its choice; {@code differences} what is another one there. */
  record PlaceLine(Mapped mapped, String field, List<String> differences) {

    /** What kind of place it is, in a word for people; empty for steps. */
    public String kind() {
      return switch (mapped.place().kind()) {
        case STEP -> "";
        case EVENT -> "waits for an instant or a message";
        case CALL -> "another process runs, an escalation for example";
        case JOIN -> "waits for parallel work";
        case OTHER -> "waits for a program";
      };
    }
  }

  /** Whether a request runs on another version than the one chosen. */
  public boolean anyToMove() {
    return !legs.isEmpty();
  }
}
