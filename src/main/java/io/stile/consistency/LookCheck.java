package io.stile.consistency;

import java.util.function.ToLongBiFunction;

/**
 * A check that needs more than a statement, because it looks into the engine or counts something anew.
 *
 * @param look what {@link Check#run} does
 */
record LookCheck(String name, String expects, ToLongBiFunction<Snapshot, Findings> look) implements Check {

  @Override
  public long run(Snapshot snapshot, Findings found) {
    return look.applyAsLong(snapshot, found);
  }
}
