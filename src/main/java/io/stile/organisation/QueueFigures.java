package io.stile.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Says what lies in the queues of departments and how fast somebody takes it. Implemented by the module that keeps the queues. */
public interface QueueFigures {

  /** How many days back it is looked how fast work was taken out of a queue. */
  int DAYS = 30;

  /** What lies in the queues of these departments, by key; one with an empty queue from which nothing was taken may be missing. */
  Map<String, QueueFigure> of(Collection<Department> departments, Instant at);

  /**
   * What lies in a queue, and how fast somebody takes it.
   *
   * @param unclaimed tasks that nobody has taken yet and that do not wait
   * @param late      those that are past their due instant, whoever has them
   * @param taken     from how many tasks of the last {@value #DAYS} days the usual time was reckoned
   * @param usual     open time of the department within which half of them were taken; null if they are too few to say
   */
  record QueueFigure(int unclaimed, int late, int taken, Duration usual) {

    /** Nothing lies in it, and nothing was taken from it. */
    public static final QueueFigure NONE = new QueueFigure(0, 0, 0, null);
  }
}
