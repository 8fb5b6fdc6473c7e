package io.stile.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.stile.organisation.SignInBlocks;
import io.stile.testkit.TestClock;
import io.stile.web.SignInLimit.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts in its own transactions, so nothing is undone by itself: each test comes from an address of its own. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SignInThrottleTest extends AdminPages {

  @Autowired SignInBlocks blocks;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock time;
  @Autowired Clock clock;

  @BeforeEach
  void forget() {
    jdbc.sql("delete from sign_in_attempt").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"billing3", "nobody-at-all"})
  void afterFiveFailuresEvenTheRightPasswordHasToWait(String account) throws Exception {
    for (int failure = 1; failure <= 5; failure++) {
      assertThat(signIn(account, "wrong", "192.0.2.1").getRedirectedUrl()).isEqualTo("/sign-in?refused");
    }
    assertThat(signIn(account, "stile", "192.0.2.1").getRedirectedUrl()).isEqualTo("/sign-in?wait=15");
    assertThat(pages.perform(get("/sign-in?wait=15")).andReturn().getResponse().getContentAsString()).contains("Try again in 15 seconds.");
  }

  @Test
  void theWaitGrowsAndEnds() throws Exception {
    for (int failure = 1; failure <= 5; failure++) {
      signIn("billing3", "wrong", "192.0.2.2");
    }
    time.advance(Duration.ofSeconds(15));
    assertThat(signIn("billing3", "wrong", "192.0.2.2").getRedirectedUrl()).isEqualTo("/sign-in?refused");
    assertThat(signIn("billing3", "stile", "192.0.2.2").getRedirectedUrl()).isEqualTo("/sign-in?wait=30");
    time.advance(Duration.ofSeconds(30));
    assertThat(signIn("billing3", "stile", "192.0.2.2").getRedirectedUrl()).isEqualTo("/");
    assertThat(signIn("billing3", "wrong", "192.0.2.2").getRedirectedUrl()).as("the count began anew").isEqualTo("/sign-in?refused");
  }

  @Test
  void anotherAddressMayStillTry() throws Exception {
    for (int failure = 1; failure <= 6; failure++) {
      signIn("admin", "wrong", "192.0.2.3");
    }
    assertThat(signIn("admin", "stile", "192.0.2.4").getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void anAddressThatTriesManyAccountsHasToWait() throws Exception {
    for (int account = 0; account < 50; account++) {
      signIn("guess" + account, "wrong", "192.0.2.5");
    }
    assertThat(signIn("billing3", "stile", "192.0.2.5").getRedirectedUrl()).isEqualTo("/sign-in?wait=15");
  }

  @Test
  void aProgramIsToldWhenToComeAgain() throws Exception {
    for (int failure = 1; failure <= 5; failure++) {
      assertThat(call("billing3", "wrong", "192.0.2.6").getStatus()).isEqualTo(401);
    }
    MockHttpServletResponse blocked = call("billing3", "stile", "192.0.2.6");
    assertThat(blocked.getStatus()).isEqualTo(429);
    assertThat(blocked.getHeader("Retry-After")).isEqualTo("15");
    assertThat(blocked.getContentAsString()).contains("urn:stile:problem:too-many-sign-ins");
    assertThat(signIn("billing3", "stile", "192.0.2.6").getRedirectedUrl()).as("pages and programs count together").startsWith("/sign-in?wait=");
  }

  @Test
  void aProgramThatIsKnownIsNotCounted() throws Exception {
    for (int calls = 0; calls < 60; calls++) {
      assertThat(call("billing2", "stile", "192.0.2.7").getStatus()).isEqualTo(200);
    }
    assertThat(blocks.list(clock.instant(), 10)).noneMatch(block -> block.kind() != Kind.ADDRESS);
  }

  @Test
  void manyAtTheSameInstantAreCountedBeforeAnyIsCompared() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(12);
    CyclicBarrier start = new CyclicBarrier(12);
    var answers = IntStream.range(0, 12).<Future<String>>mapToObj(at -> many.submit(() -> {
      start.await();
      return signIn("billing4", "wrong", "192.0.2.8").getRedirectedUrl();
    })).toList();
    int compared = 0;
    for (Future<String> answer : answers) {
      compared += answer.get().equals("/sign-in?refused") ? 1 : 0;
    }
    many.shutdown();
    assertThat(compared).isEqualTo(5);
  }

  @Test
  void anAdministratorSeesBlocksAndLiftsThem() throws Exception {
    for (int failure = 1; failure <= 5; failure++) {
      signIn("billing3", "wrong", "192.0.2.9");
    }
    assertThat(page("/admin/sign-ins")).contains("billing3 from 192.0.2.9", "5 times", "waits");

    assertThat(sent("/admin/sign-ins/lift", "kind", "PAIR", "account", "billing3", "address", "192.0.2.9").getRedirectedUrl()).isEqualTo("/admin/sign-ins");

    assertThat(lastEntry().subject().name()).isEqualTo("billing3 from 192.0.2.9");
    assertThat(signIn("billing3", "stile", "192.0.2.9").getRedirectedUrl()).isEqualTo("/");
    assertThat(perform(get("/admin/sign-ins"), LEAD).getStatus()).isEqualTo(403);
    assertThat(perform(post("/admin/sign-ins/lift").param("kind", "PAIR").param("account", "a").param("address", "b"), LEAD).getStatus()).isEqualTo(403);
  }

  private MockHttpServletResponse signIn(String account, String password, String address) throws Exception {
    return pages.perform(post("/sign-in").param("signIn", account).param("password", password).with(csrf()).with(from(address))).andReturn().getResponse();
  }

  private MockHttpServletResponse call(String account, String password, String address) throws Exception {
    return pages.perform(get("/api/v1/request-types").with(httpBasic(account, password)).with(from(address))).andReturn().getResponse();
  }

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }
}
