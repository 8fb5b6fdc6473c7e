package io.stile.migration.web;

import io.stile.engine.Model;
import io.stile.migration.DryRun;
import io.stile.migration.MigrationPlan;
import io.stile.migration.MigrationPlan.Mapped;
import io.stile.migration.Unasked;
import java.util.List;

/**
 * The page of the running requests of a type.
 *
 * @param model    the newest version
 * @param versions all of them, the newest first
 * @param onTarget how many requests run on the chosen version already
 * @param legs     a table for each other version on which requests run
 * @param unasked  what requests were never asked for and would lack
 * @param trial    what was found by trying, null if nothing was tried
 * @param going    the migration that goes on, null if none does
 * @param past     those that have ended, the newest first
 * @param mayMove  whether the reader may move requests
 * @param refused  why what was asked was not done, null otherwise
 */
record RunningScreen(Model model, List<Model> versions, int onTarget, MigrationPlan plan, List<LegLines> legs, List<UnaskedLine> unasked, DryRun trial,
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

  /**
   * A name that requests lack.
   *
   * @param typed   what was typed for it, or chosen; empty if nothing was
   * @param empty   whether it may be left empty by the plan
   * @param problem what is wrong with what was typed; null if nothing is
   */
  record UnaskedLine(Unasked unasked, String typed, boolean empty, String problem) {

    /** How a value is given for it. */
    public Control control() {
      if (unasked.field() == null) {
        return Control.NONE;
      }
      return switch (unasked.field().type()) {
        case CHECKBOX -> Control.TRUTH;
        case CHECKLIST, TAGLIST -> Control.NONE;
        case NUMBER -> Control.NUMBER;
        default -> unasked.field().options().isEmpty() ? Control.TEXT : Control.CHOICE;
      };
    }
  }

  /** How a value is given for a name; of what is found out, and of lists, none is. */
  enum Control { TEXT, NUMBER, TRUTH, CHOICE, NONE }

  /** Whether a request runs on another version than the one chosen. */
  public boolean anyToMove() {
    return !legs.isEmpty();
  }
}
