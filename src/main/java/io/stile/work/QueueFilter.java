package io.stile.work;

/**
 * What a list of tasks is narrowed to.
 *
 * @param department key of the queue, or null for every one
 * @param assignee   sign-in name, or null for everybody
 * @param type       key of the request type, or null for every one
 * @param customer   part of the customer's name, or null for every one
 * @param lateOnly   whether only what is late is asked for
 * @param unclaimed  whether only what nobody has claimed is asked for
 */
public record QueueFilter(String department, String assignee, String type, String customer, boolean lateOnly,
                          boolean unclaimed) {

  /** Everything in the queue of a department. */
  public static QueueFilter ofDepartment(String department) {
    return new QueueFilter(department, null, null, null, false, false);
  }

  /** Everything that an employee has claimed. */
  public static QueueFilter ofAssignee(String assignee) {
    return new QueueFilter(null, assignee, null, null, false, false);
  }
}
