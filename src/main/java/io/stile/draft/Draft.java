package io.stile.draft;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody has typed into a form and not sent yet.
 *
 * @param id       names it
 * @param employee sign-in name of whose it is; nobody else sees it
 * @param of       what it is typed for
 * @param typed    what he typed, by the name of the field
 * @param version  grows with every change
 * @param beganAt  when it was kept first
 * @param changedAt when it was kept last
 */
public record Draft(UUID id, String employee, DraftOf of, Map<String, Object> typed, int version, Instant beganAt,
                    Instant changedAt) {

  /** The text typed into a field; empty if nothing was. */
  public String text(String field) {
    return typed.get(field) instanceof String text ? text : "";
  }
}
