package io.stile.audit.web;

import io.stile.audit.Audit;
import io.stile.audit.AuditEntry;
import io.stile.audit.AuditFilter;
import io.stile.web.Account;
import io.stile.web.Accounts;
import io.stile.web.AdminEntry;
import io.stile.web.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows administrators who changed what, newest first. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AuditPage {

  private static final String PATH = "/admin/audit";
  private static final int LINES = 50;

  @Configuration(proxyBeanMethods = false)
  static class Entry {

    @Bean
    AdminEntry auditForAdministrators() {
      return new AdminEntry("Audit log", PATH, "history", "Who changed what, and when. Nobody can alter it.", 150);
    }
  }

  private final Audit audit;
  private final Accounts accounts;

  AuditPage(Audit audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  /**
   * What the list is narrowed to, as the form sends it.
   *
   * @param from first day, in the zone of the viewer
   * @param until last day, in the zone of the viewer
   */
  record Narrowed(String who, String kind, String what, @DateTimeFormat(iso = ISO.DATE) LocalDate from,
                  @DateTimeFormat(iso = ISO.DATE) LocalDate until) {

    AuditFilter filter(ZoneId zone) {
      return new AuditFilter(who, kind, what, instant(from, zone), until == null ? null : instant(until.plusDays(1), zone));
    }

    public boolean narrows() {
      return isGiven(who) || isGiven(kind) || isGiven(what) || from != null || until != null;
    }

    private static boolean isGiven(String typed) {
      return typed != null && !typed.isBlank();
    }

    private static Instant instant(LocalDate day, ZoneId zone) {
      return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
  }

  @GetMapping(PATH)
  String show(Narrowed narrowed, @RequestParam(required = false) Long before, Viewer viewer, Model model) {
    List<AuditEntry> entries = audit.entries(narrowed.filter(viewer.zone()), before, LINES + 1);
    boolean more = entries.size() > LINES;
    List<AuditEntry> shown = more ? entries.subList(0, LINES) : entries;
    model.addAttribute("narrowed", narrowed);
    model.addAttribute("before", before);
    model.addAttribute("kinds", audit.kinds());
    model.addAttribute("entries", shown);
    model.addAttribute("names", names(shown));
    model.addAttribute("next", more ? shown.get(LINES - 1).id() : null);
    return "audit/audit";
  }

  private Map<String, String> names(List<AuditEntry> entries) {
    Map<String, String> names = new HashMap<>();
    entries.stream().map(AuditEntry::actor).filter(actor -> actor != null).distinct()
        .forEach(actor -> names.put(actor, accounts.bySignIn(actor).map(Account::name).orElse(actor)));
    return names;
  }
}
