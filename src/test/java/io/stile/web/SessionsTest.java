package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.testkit.StileTest;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions as they lie in PostgreSQL. */
@StileTest
class SessionsTest {

  private static final String WHO = "sessions-test";

  @Autowired FindByIndexNameSessionRepository<? extends Session> kept;
  @Autowired Sessions sessions;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void leaveNothing() {
    sessions.endEverywhere(WHO);
  }

  private <S extends Session> S session(FindByIndexNameSessionRepository<S> repository) {
    S session = repository.createSession();
    session.setAttribute(SignedInSession.SIGN_IN, WHO);
    repository.save(session);
    return session;
  }

  @Test
  void liesInOurTablesAsJson() {
    Session session = session(kept);

    String written = jdbc.sql("""
        select convert_from(a.attribute_bytes, 'UTF8') from stile.web_session s
          join stile.web_session_attributes a on a.session_primary_id = s.primary_id
        where s.session_id = ? and s.principal_name = ?""").params(session.getId(), WHO).query(String.class).single();

    assertThat(written).isEqualTo("{\"text\":\"%s\"}".formatted(WHO));
  }

  @Test
  void endsEverywhereAtOnce() {
    List<Session> both = List.of(session(kept), session(kept));

    sessions.endEverywhere(WHO);

    assertThat(both).allSatisfy(session -> assertThat(kept.findById(session.getId())).isNull());
  }

  @Test
  void takesWhatManyRequestsOfOneBrowserWriteAtTheSameInstant() throws Exception {
    String id = session(kept).getId();
    int requests = 8;
    CyclicBarrier together = new CyclicBarrier(requests);
    ExecutorService browser = Executors.newFixedThreadPool(requests);
    try {
      List<Future<Void>> sent = IntStream.range(0, requests).mapToObj(request -> browser.<Void>submit(() -> {
        write(kept, id, together, request);
        return null;
      })).toList();
      for (Future<Void> each : sent) {
        each.get();
      }
    } finally {
      browser.shutdown();
    }
    assertThat(kept.findById(id).<String>getAttribute("same")).startsWith("value ");
    assertThat(IntStream.range(0, requests)).allSatisfy(request ->
        assertThat(kept.findById(id).<String>getAttribute("own" + request)).isEqualTo("value"));
  }

  private static <S extends Session> void write(FindByIndexNameSessionRepository<S> repository, String id, CyclicBarrier together, int request)
      throws Exception {
    S session = repository.findById(id);
    session.setAttribute("same", "value " + request);
    session.setAttribute("own" + request, "value");
    together.await();
    repository.save(session);
  }

  @Test
  void losesWhatIsWrittenIntoASessionThatHasEnded() {
    writeAfterEnd(kept);

    assertThat(kept.findByPrincipalName(WHO)).isEmpty();
  }

  private <S extends Session> void writeAfterEnd(FindByIndexNameSessionRepository<S> repository) {
    S session = repository.findById(session(repository).getId());
    sessions.endEverywhere(WHO);
    session.setAttribute("late", "value");
    repository.save(session);
  }

  @Test
  void isClearedAwayWhenItIsOver() {
    String id = session(kept).getId();
    jdbc.sql("update stile.web_session set expiry_time = 0, last_access_time = 0 where session_id = ?").param(id).update();
    assertThat(kept.findById(id)).isNull();

    ((JdbcIndexedSessionRepository) (Object) kept).cleanUpExpiredSessions();

    assertThat(jdbc.sql("select count(*) from stile.web_session where session_id = ?").param(id).query(Integer.class).single()).isZero();
  }
}
