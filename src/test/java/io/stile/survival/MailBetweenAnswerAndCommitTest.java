package io.stile.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stile.api.ApiClient;
import io.stile.testkit.Node;
import io.stile.testkit.TestPostgres;
import io.stile.testkit.TestPostgres.Database;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The one moment at which a mail can go out twice: the mail server has taken it, and nobody has written that down. */
class MailBetweenAnswerAndCommitTest {

  @Test
  void sendsOneCopyWithTheSameMessageIdAndCountsIt() throws InterruptedException {
    Database database = TestPostgres.createDatabase();
    Aftermath aftermath = new Aftermath(database);
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    try (MailServer mail = MailServer.start(); Node node = Node.on(database).property("spring.mail.host", "127.0.0.1")
        .property("spring.mail.port", String.valueOf(mail.port())).property("stile.mail.poll", "100ms").start()) {
      mail.afterTaking(() -> {
        taken.countDown();
        await().atMost(Duration.ofMinutes(1)).until(() -> killed.getCount() == 0);
      });
      ApiClient api = new ApiClient(node.port());
      ApiClient.Answer opened = api.post("front1", "/api/v1/requests", Map.of("type", "billing-dispute", "customer",
          aftermath.customers().get(0), "channel", "phone", "told", "Too much", "data",
          Map.of("amountCents", 50_000, "disputedFor", "not-ordered")));
      assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
      assertThat(taken.await(1, TimeUnit.MINUTES)).as("the mail server has taken a mail").isTrue();
      node.kill();
      killed.countDown();
      assertThat(mail.taken()).hasSize(1);
      String id = mail.taken().keySet().iterator().next();

      node.start();
      aftermath.awaitCalm();

      assertThat(mail.taken()).containsEntry(id, 2);
      assertThat(mail.taken().values().stream().mapToInt(Integer::intValue).sum()).as("mails and one copy")
          .isEqualTo(mail.taken().size() + 1);
      assertThat(aftermath.count("mail_attempt where ended_at is null")).as("copies that are counted").isEqualTo(1);
      aftermath.expectConsistent(node);
    }
  }
}
