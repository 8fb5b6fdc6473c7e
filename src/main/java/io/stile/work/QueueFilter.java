package io.stile.work;

import java.util.Set;

/**
 * What a list of tasks is narrowed to.
 *
 * @param department key of the queue, or null for every one
 * @param assignee   sign-in name, or null for everybody
 * @param type       key of the request type, or null for every one
 * @param customer   part of the customer's name, or null for every one
 * @param lateOnly   whether only what is late is asked for
 * @param unclaimed  whether only what nobody has claimed is asked for
 * @param state      where the tasks stand, or null for those that are live
 * @param waiting    whether only what waits is asked for (true) or only what does not (false); null for both
 * @param alsoOf     sign-in names of those whose tasks are asked for beside the assignee's
 */
public record QueueFilter(String department, String assignee, String type, String customer, boolean lateOnly,
                          boolean unclaimed, Task.State state, Boolean waiting, Set<String> alsoOf) {

  public QueueFilter {
    alsoOf = Set.copyOf(alsoOf);
  }

  /** Of the live tasks. */
  public QueueFilter(String department, String assignee, String type, String customer, boolean lateOnly,
      boolean unclaimed) {
    this(department, assignee, type, customer, lateOnly, unclaimed, null, null, Set.of());
  }

  /** The same, of the tasks that stand there; null for the live ones. */
  public QueueFilter in(Task.State wanted) {
    return new QueueFilter(department, assignee, type, customer, lateOnly, unclaimed, wanted, waiting, alsoOf);
  }

  /** The same, of the tasks that wait or of those that do not; null for both. */
  public QueueFilter waiting(Boolean wanted) {
    return new QueueFilter(department, assignee, type, customer, lateOnly, unclaimed, state, wanted, alsoOf);
  }

  /** The same, and the tasks of others, for whom the assignee stands in. */
  public QueueFilter alsoOf(Set<String> others) {
    return new QueueFilter(department, assignee, type, customer, lateOnly, unclaimed, state, waiting, others);
  }

  /** Everything in the queue of a department. */
  public static QueueFilter ofDepartment(String department) {
    return new QueueFilter(department, null, null, null, false, false);
  }

  /** Everything that an employee has claimed. */
  public static QueueFilter ofAssignee(String assignee) {
    return new QueueFilter(null, assignee, null, null, false, false);
  }
}
