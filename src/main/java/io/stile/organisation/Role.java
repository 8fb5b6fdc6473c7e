package io.stile.organisation;

import java.util.Locale;

/**
 * What an employee may do beyond what everybody may. Every active employee may find customers, log interactions,
 * write internal notes and open requests; a role adds to that.
 */
public enum Role {
  /** Talks with customers and owns their requests. */
  FRONT_OFFICE,
  /** Works on tasks of a department's queue. */
  BACK_OFFICE,
  /** Leads a department: reassigns its tasks, moves ownership, decides when work is late. */
  LEAD,
  /** Accountable for the model of a request type. */
  PROCESS_OWNER,
  /** Stands above the departments; hears of promises at risk. */
  MANAGER,
  /** Keeps the program itself running. */
  ADMINISTRATOR;

  /** As people read it: {@code process owner}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
