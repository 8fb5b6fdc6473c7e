package io.stile.engine;

import java.util.Optional;

/** Is told what becomes of steps for people, inside the engine's transaction. Must have no effect outside of it. */
public interface StepObserver {

  /** A step began; {@code dates} is what {@link StepDates} answered. */
  void started(StepId step, StepContext context, Optional<StepDates.Dates> dates);

  /** Its worker is to be warned. */
  void warned(StepId step);

  /** Its target has run out. */
  void late(StepId step);

  /** It was finished by a person. */
  void completed(StepId step);

  /** It ended without being finished, because its process went another way. */
  void cancelled(StepId step);
}
