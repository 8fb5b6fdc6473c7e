package io.stile.work;

/**
 * Says who the steps of a protocol are for where its model says {@code role-target}. Implemented by the module behind the
 * protocol; a bean for each. When the answer changes, the module says so ({@link TargetTasks#follow}).
 */
public interface StepTarget {

  /** Id of the protocol's process. */
  String process();

  /**
   * Who a step is for, as things stand now.
   *
   * @param subject what the protocol is about, as its process was given it
   * @param step    key of the step in the model
   * @throws IllegalArgumentException if there is no such thing, or no such step is for its target
   */
  Target of(String subject, String step);

  /**
   * Has a live step that is for one employee go to somebody else, or end, because he leaves. Joins the caller's transaction, which
   * holds the request; {@link TargetTasks} then gives the step to whom {@link #of} says by now.
   *
   * @param from sign-in name of who leaves
   * @param by   sign-in name of who lets him go
   * @return false if it cannot: what the protocol is about must be settled first
   */
  default boolean passOn(String subject, String step, String from, String by) {
    return false;
  }

  /**
   * A department, in whose queue the step lies, or one employee.
   *
   * @param department key, or null if it is for one employee
   * @param employee   sign-in name, or null if it is for a department
   */
  record Target(String department, String employee) {

    public Target {
      if ((department == null) == (employee == null)) {
        throw new IllegalArgumentException("Expected either a department or an employee, not '%s' and '%s'"
            .formatted(department, employee));
      }
    }

    /** Whoever of a department takes it. */
    public static Target department(String key) {
      return new Target(key, null);
    }

    /** This employee alone. */
    public static Target employee(String signIn) {
      return new Target(null, signIn);
    }
  }
}
