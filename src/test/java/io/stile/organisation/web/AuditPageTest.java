package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.stile.audit.Changes;
import io.stile.audit.Subject;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AuditPageTest extends AdminPages {

  @Test
  void showsWhoChangedWhatFromWhatToWhat() throws Exception {
    audit.record("front1", "changed", new Subject("lamp", "lamp-7", "<The> lamp"), new Changes().add("colour", "red", "blue").add("owner", "eve", null));

    assertThat(page("/admin/audit?kind=lamp")).containsSubsequence("Amara Diallo", "front1", "changed lamp &lt;The&gt; lamp", "lamp-7", "colour",
        "red", "blue", "owner", "eve", "nothing");
    assertThat(page("/admin/audit?kind=lamp&who=front2")).contains("Nothing like that");
  }

  @Test
  void narrowsToWholeDays() throws Exception {
    audit.record("front1", "changed", new Subject("lamp", "lamp-7", "Lamp"), new Changes());
    String day = lastEntry().at().atZone(ZoneId.of("Europe/Berlin")).toLocalDate().toString();

    assertThat(page("/admin/audit?kind=lamp&from={d}&until={d}", day, day)).contains("lamp-7");
    assertThat(page("/admin/audit?kind=lamp&until=2001-01-01")).contains("Nothing like that");
  }

  @Test
  void showsOlderEntriesOnFurtherPages() throws Exception {
    for (int at = 0; at < 60; at++) {
      audit.record("front1", "changed", new Subject("lamp", "lamp-%02d".formatted(at), "Lamp"), new Changes());
    }
    String first = page("/admin/audit?kind=lamp");
    assertThat(first).contains("lamp-59", "lamp-10", "Older").doesNotContain("lamp-09");
    String before = first.replaceAll("(?s).*before=(\\d+).*", "$1");
    assertThat(page("/admin/audit?kind=lamp&before={b}", before)).contains("lamp-09", "lamp-00", "Newest").doesNotContain("lamp-10", "Older");
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    assertThat(perform(get("/admin/audit"), LEAD).getStatus()).isEqualTo(403);
  }
}
