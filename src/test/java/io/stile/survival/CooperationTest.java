package io.stile.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.api.ApiClient;
import io.stile.customer.Customer;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No owner, contact, promise, question or task is ever lost, whatever people do with the same requests at the same time. */
@StileTest
class CooperationTest {

  private static final Logger LOG = LoggerFactory.getLogger(CooperationTest.class);
  private static final int PEOPLE = 4;
  private static final int ACTS = 45;

  @Value("${local.server.port}")
  int port;
  @Autowired
  Requesting people;
  @Autowired
  TestClock clock;
  @Autowired
  JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void losesNothingWhateverPeopleDoTogether(long seed) throws Exception {
    ApiClient api = new ApiClient(port);
    Cooperation cooperation = new Cooperation(api);
    Customer customer = people.customerInGoodStanding();
    List<String> requests = List.of(people.phoneSwap(customer, "front1").number().value(),
        people.phoneSwap(customer, "front2").number().value(), people.billingDispute(customer, "front1", 4_000).number().value());

    together(seed, random -> cooperation.act(requests, clock.now(), random));

    LOG.info("seed {}: {}", seed, cooperation.done());
    assertThat(cooperation.failures()).as("answers that say that we failed").isEmpty();
    requests.forEach(this::expectOneOwner);
    expectNothingLost(cooperation, requests);
    expectConsistent(api, requests);
    clock.advance(Duration.ofHours(30));
    expectNothingLost(cooperation, requests);
    expectConsistent(api, requests);
  }

  private interface Act {
    void with(Random random);
  }

  private static void together(long seed, Act act) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int person = 0; person < PEOPLE; person++) {
        Random random = new Random(seed * PEOPLE + person);
        running.add(threads.submit(() -> {
          for (int i = 0; i < ACTS; i++) {
            act.with(random);
          }
        }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** An open request has one owner, whose tenure has no end; one that has ended has none. */
  private void expectOneOwner(String number) {
    assertThat(jdbc.sql("""
        select case when r.state = 'OPEN' then coalesce(string_agg(t.owner, ' and '), 'nobody') = r.owner else count(t.owner) = 0 end
        from request r left join tenure t on t.request = r.number and upper_inf(t.during) and not isempty(t.during)
        where r.number = ? group by r.number""").param(number).query(Boolean.class).single()).as("one owner of %s", number).isTrue();
  }

  private void expectNothingLost(Cooperation cooperation, List<String> requests) {
    List<String> contacts = jdbc.sql("select said from interaction where request_number = any(?)").param(requests.toArray(String[]::new))
        .query(String.class).list();
    assertThat(contacts).as("contacts").containsAll(cooperation.said().keySet());
    assertThat(jdbc.sql("select id from promise where request = any(?)").param(requests.toArray(String[]::new)).query(Long.class).list())
        .as("promises").containsAll(cooperation.promised().keySet());
    assertThat(jdbc.sql("select id from consult where request = any(?)").param(requests.toArray(String[]::new)).query(Long.class).list())
        .as("questions").containsAll(cooperation.asked().keySet());
  }

  /** The consistency check finds nothing about these requests; others in the same database are not ours. */
  private static void expectConsistent(ApiClient api, List<String> requests) {
    JsonNode report = api.get("admin", "/api/v1/admin/consistency").body();
    assertThat(StreamSupport.stream(report.at("/findings").spliterator(), false)
        .filter(finding -> requests.contains(finding.at("/request").asText())).map(JsonNode::toString)).isEmpty();
  }
}
