package io.stile.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.stile.audit.Audit;
import io.stile.notification.MailDraft.Addressee;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing lost, nothing doubled: waiting mail and a real mail server that comes and goes. */
@StileTest
class MailDispatchTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @Autowired Requesting people;
  @Autowired MailTable table;
  @Autowired Mails mails;
  @Autowired Audit audit;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;

  private final MovedClock clock = new MovedClock();
  private final MailSettings settings = new MailSettings("Stile <stile@localhost>", "http://localhost:8080");
  private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private MailRows rows;
  private Request request;
  private int written;

  @BeforeEach
  void clear() {
    rows = new MailRows(jdbc);
    request = people.phoneSwap();
    rows.clear();
    server.start();
  }

  @AfterEach
  void leaveNothing() {
    server.stop();
    rows.clear();
  }

  private MailDispatch dispatch(MailTransport transport) {
    return new MailDispatch(table, transport, transactions, clock);
  }

  private MailTransport smtp(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
    sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
    return new SmtpTransport(sender, settings);
  }

  private MailDispatch overSmtp() {
    return dispatch(smtp(server.getSmtp().getPort()));
  }

  private void write(String name, String subject, String text, String html) {
    table.insert(new MailDraft("event:" + ++written, "opened", new Addressee("customer:1", name, "ada@example.org"),
        subject, text, html, request.number().value(), null, clock.instant()));
  }

  private void write() {
    write("Ada", "Subject " + written, "Text\n", "<p>Text</p>");
  }

  private MailRows.Row row() {
    return rows.about(request.number().value()).get(0);
  }

  @Test
  void aMailIsTextAndHtmlWithTheIdOfItsRow() throws Exception {
    write("Zoë Müller", "Ünïcode — “Phone swap”", "Grüße\nZeile zwei\n", "<p>Grüße</p>");

    assertThat(overSmtp().sendDue()).isEqualTo(1);

    MimeMessage message = only();
    assertThat(message.getMessageID()).isEqualTo("<mail-%d@stile.localhost>".formatted(row().id()));
    assertThat(message.getSubject()).isEqualTo("Ünïcode — “Phone swap”");
    assertThat(message.getAllRecipients()).singleElement().asString().contains("ada@example.org");
    assertThat(message.getFrom()).singleElement().hasToString("Stile <stile@localhost>");
    assertThat(message.getSentDate()).isEqualTo(START);
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    Part text = parts.getBodyPart(0);
    Part html = parts.getBodyPart(1);
    assertThat(text.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(text.getContent()).asString().isEqualToIgnoringNewLines("Grüße\nZeile zwei\n");
    assertThat(html.getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    assertThat(html.getContent()).asString().contains("<p>Grüße</p>");
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  @Test
  void whatIsWrittenCannotBecomeAHeader() throws Exception {
    write("Ada\r\nBcc: evil@example.org", "Hello\r\nX-Evil: 1\n\nBody", "Text\n", "<p>Text</p>");

    overSmtp().sendDue();

    MimeMessage message = only();
    assertThat(message.getHeader("X-Evil")).isNull();
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getSubject()).isEqualTo("Hello X-Evil: 1 Body");
    assertThat(message.getAllRecipients()).hasSize(1);
  }

  @Test
  void theTableRefusesLineBreaksInHeaders() {
    write();
    for (String column : List.of("name", "address", "subject")) {
      assertThatThrownBy(() -> jdbc.sql("update mail set " + column + " = E'a\\r\\nBcc: b'").update())
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void mailWaitsWhileTheServerIsDownAndGoesOutOnce() {
    int port = server.getSmtp().getPort();
    MailDispatch dispatch = dispatch(smtp(port));
    server.stop();
    write();
    write();

    assertThat(dispatch.sendDue()).isEqualTo(2);
    assertThat(dispatch.sendDue()).as("before the pause is over").isZero();
    assertThat(mails.waiting()).isEqualTo(2);
    assertThat(mails.inTrouble(10)).hasSize(2).allSatisfy(mail -> {
      assertThat(mail.error()).isNotBlank();
      assertThat(mail.dueAt()).isEqualTo(START.plusSeconds(10));
      assertThat(mail.isGivenUp()).isFalse();
    });

    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    back.start();
    try {
      clock.advance(Duration.ofSeconds(10));
      assertThat(dispatch.sendDue()).isEqualTo(2);
      assertThat(dispatch.sendDue()).isZero();
      assertThat(back.getReceivedMessages()).hasSize(2);
    } finally {
      back.stop();
    }
    assertThat(mails.waiting()).isZero();
    assertThat(mails.inTrouble(10)).isEmpty();
    assertThat(mails.possibleCopies()).isZero();
  }

  @Test
  void thePausesGrowFromTenSecondsToAnHour() {
    assertThat(List.of(0, 1, 2, 8, 9, 60)).extracting(MailDispatch::pause).extracting(Duration::getSeconds)
        .containsExactly(10L, 20L, 40L, 2560L, 3600L, 3600L);
  }

  @Test
  void aMailIsGivenUpAfterADayAndGoesOutWhenItIsSentAgain() {
    write();
    MailDispatch down = dispatch((mail, at) -> {
      throw new IllegalStateException("server says no");
    });
    int tries = 0;
    while (mails.waiting() > 0) {
      tries += down.sendDue();
      clock.advance(Duration.between(clock.instant(), mails.inTrouble(1).get(0).dueAt()));
    }
    assertThat(clock.instant()).isBetween(START.plus(Duration.ofDays(1)), START.plus(Duration.ofHours(26)));
    assertThat(tries).isBetween(30, 35);
    assertThat(mails.waiting()).isZero();
    assertThat(mails.givenUp()).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    assertThat(overSmtp().sendDue()).as("given up").isZero();
    assertThat(mails.inTrouble(10)).singleElement().satisfies(mail -> assertThat(mail.error()).isEqualTo("server says no"));

    assertThat(again(row().id())).isTrue();
    down.sendDue();
    assertThat(row().givenUp()).as("a new day begins").isFalse();
    assertThat(row().failures()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(10));
    assertThat(overSmtp().sendDue()).isEqualTo(1);
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(again(row().id())).as("it has been sent").isFalse();
  }

  private boolean again(long id) {
    return new TransactionTemplate(transactions).execute(status -> new Mails(table, audit, clock).sendAgain(id, "admin"));
  }

  @Test
  void oneThatTheServerNeverTakesKeepsNoOtherFromBeingSent() {
    write();
    write();
    List<Long> sent = new ArrayList<>();
    long refused = row().id();
    dispatch((mail, at) -> {
      if (mail.id() == refused) {
        throw new IllegalStateException("550 no such user");
      }
      sent.add(mail.id());
    }).sendDue();
    assertThat(sent).hasSize(1).doesNotContain(refused);
    assertThat(mails.waiting()).isEqualTo(1);
  }

  @Test
  void aKillBetweenTheAnswerAndTheCommitMakesOneCopyThatIsCounted() {
    write();
    Set<String> received = ConcurrentHashMap.newKeySet();
    AtomicInteger copies = new AtomicInteger();
    MailTransport takesAndDies = (mail, at) -> {
      received.add(mail.messageId());
      copies.incrementAndGet();
      // What is no exception passes by the handling of failures, like the end of the process.
      throw new KilledForTest();
    };
    assertThatThrownBy(() -> dispatch(takesAndDies).sendDue()).isInstanceOf(KilledForTest.class);
    assertThat(mails.waiting()).isEqualTo(1);

    dispatch((mail, at) -> {
      received.add(mail.messageId());
      copies.incrementAndGet();
    }).sendDue();

    assertThat(copies).hasValue(2);
    assertThat(received).as("both have one Message-ID").hasSize(1);
    assertThat(mails.possibleCopies()).isEqualTo(1);
    assertThat(mails.waiting()).isZero();
  }

  @Test
  void twoSendersAtOnceNeverSendOneTwice() throws Exception {
    int count = 60;
    for (int i = 0; i < count; i++) {
      write();
    }
    List<Long> sent = Collections.synchronizedList(new ArrayList<>());
    CyclicBarrier together = new CyclicBarrier(2);
    MailTransport counting = (mail, at) -> sent.add(mail.id());
    ExecutorService senders = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> both = new ArrayList<>();
      for (int sender = 0; sender < 2; sender++) {
        both.add(senders.submit(() -> {
          together.await();
          return dispatch(counting).sendDue();
        }));
      }
      int tried = both.get(0).get() + both.get(1).get();
      assertThat(tried).isEqualTo(count);
    } finally {
      senders.shutdownNow();
    }
    assertThat(sent).hasSize(count).doesNotHaveDuplicates();
    assertThat(mails.waiting()).isZero();
    assertThat(mails.possibleCopies()).isZero();
  }

  @Test
  void aSecondSenderPassesByWhatTheFirstHolds() throws Exception {
    write();
    write();
    CountDownLatch holds = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    List<Long> sent = Collections.synchronizedList(new ArrayList<>());
    ExecutorService first = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> slow = first.submit(() -> dispatch((mail, at) -> {
        holds.countDown();
        await(mayGoOn);
        sent.add(mail.id());
      }).sendDue());
      holds.await();
      assertThat(dispatch((mail, at) -> sent.add(mail.id())).sendDue()).isEqualTo(1);
      mayGoOn.countDown();
      assertThat(slow.get()).isEqualTo(1);
    } finally {
      mayGoOn.countDown();
      first.shutdownNow();
    }
    assertThat(sent).hasSize(2).doesNotHaveDuplicates();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static final class KilledForTest extends Error {}

  /** Stands still until it is moved; of this test alone, because it moves by days. */
  private static final class MovedClock extends Clock {

    private Instant now = START;

    void advance(Duration step) {
      now = now.plus(step);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
