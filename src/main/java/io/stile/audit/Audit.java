package io.stile.audit;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was changed, by whom and when; an entry stands or falls with the change itself. */
@Service
public class Audit {

  private final AuditTable table;
  private final Clock clock;

  Audit(AuditTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Keeps that whoever is signed in has done something; nobody is when the program does it by itself. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String act, Subject subject, Changes changes) {
    table.insert(clock.instant(), signedIn(), act, subject, changes.list());
  }

  /** Keeps that somebody has done something who is not signed in, or not on this thread. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String actor, String act, Subject subject, Changes changes) {
    table.insert(clock.instant(), actor, act, subject, changes.list());
  }

  /**
   * Entries, newest first.
   *
   * @param before id of the entry behind which the part begins; null for the newest
   * @param limit at most so many
   */
  public List<AuditEntry> entries(AuditFilter filter, Long before, int limit) {
    return table.entries(filter, before, limit);
  }

  /** The kinds of things that have been changed so far, in alphabetical order. */
  public List<String> kinds() {
    return table.kinds();
  }

  /** Sign-in name of whoever is signed in on this thread; null when the program acts by itself. */
  public static String signedIn() {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    return present == null || present instanceof AnonymousAuthenticationToken ? null : present.getName();
  }
}
