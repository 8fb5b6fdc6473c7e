package io.stile.consistency;

import io.stile.grant.Overruns;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at what left the house, and what was told on the way there. */
@Component
@Order(5)
class EffectChecks implements Checks {

  /** Telling takes milliseconds; what a node left behind when it ended is told by the next one soon after. */
  private static final Duration TOLD_WITHIN = Duration.ofMinutes(5);

  private static final String MAIL_SENT = """
      with taken as (
        select mail, count(*) filter (where ended_at is not null and error is null) as times from mail_attempt group by mail)
      select m.request, format('mail %s “%s”', m.id, m.template) as about,
        case when m.sent_at is null then 'not sent, taken 0 times' else 'sent, taken 1 times' end as expected,
        format('%s, taken %s times', case when m.sent_at is null then 'not sent' else 'sent' end, coalesce(times, 0)) as found
      from mail m left join taken t on t.mail = m.id
      where coalesce(times, 0) <> (m.sent_at is not null)::int
      order by m.id desc""";

  private static final String MAIL_ONCE = """
      select min(request) as request, format('mail %s “%s” to %s', event, template, recipient) as about, '1' as expected,
        count(*)::text as found
      from mail group by event, template, recipient having count(*) > 1 order by 1 desc""";

  private final Overruns overruns;

  EffectChecks(Overruns overruns) {
    this.overruns = overruns;
  }

  @Override
  public List<Check> checks() {
    return List.of(
        new LookCheck("events-told", "Whoever listens to an event has been told within five minutes.", EffectChecks::events),
        new SqlCheck("mail-once", "Each event makes one mail of a kind for each recipient.", "mail", MAIL_ONCE),
        new SqlCheck("mail-sent-once", "A mail counts as sent if the mail server has taken it, once.", "mail", MAIL_SENT),
        new LookCheck("grants-within-limits", "What was granted this month on people's own authority stays within the limits.",
            this::grants));
  }

  private static long events(Snapshot snapshot, Findings found) {
    snapshot.jdbc().sql("""
        select listener_id, event_type, publication_date from event_publication
        where completion_date is null and publication_date < ? order by publication_date""")
        .param(snapshot.at().minus(TOLD_WITHIN).atOffset(ZoneOffset.UTC)).query(row -> {
          found.add(null, "event " + row.getString("event_type"), "told to " + row.getString("listener_id"),
              "waits since " + row.getTimestamp("publication_date").toInstant());
        });
    return snapshot.jdbc().sql("select count(*) from event_publication where completion_date is null").query(Long.class)
        .single();
  }

  private long grants(Snapshot snapshot, Findings found) {
    overruns.ofThisMonth().forEach(overrun -> found.add(overrun.request(), overrun.what(), "at most " + overrun.limit(),
        overrun.granted()));
    return snapshot.jdbc().sql("select count(*) from grant_record").query(Long.class).single();
  }
}
