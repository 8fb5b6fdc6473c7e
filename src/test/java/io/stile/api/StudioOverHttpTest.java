package io.stile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.catalogue.ApprovalRule;
import io.stile.catalogue.ApprovalRule.Kind;
import io.stile.catalogue.ApprovalRules;
import io.stile.catalogue.BundleArchive;
import io.stile.catalogue.Retirements;
import io.stile.engine.UnitOfWork;
import io.stile.gate.Bundle;
import io.stile.studio.ModelDrafts;
import io.stile.studio.NewType;
import io.stile.studio.NewTypes;
import io.stile.studio.Template;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Models and their versions, as a program carries them from one Stile to another. */
@StileTest
class StudioOverHttpTest {

  private static final String OWNER = "owner.phone-swap";
  private static final AtomicInteger MODELS = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired NewTypes types;
  @Autowired ModelDrafts drafts;
  @Autowired ApprovalRules rules;
  @Autowired BundleArchive archives;
  @Autowired Retirements retirements;
  @Autowired Requesting people;
  @Autowired UnitOfWork unitOfWork;

  private ApiClient api;
  private String model;
  private Bundle files;

  @BeforeEach
  void haveFilesOfAModelThatIsNotHere() {
    api = new ApiClient(port);
    model = "carried-" + MODELS.incrementAndGet();
    unitOfWork.run(() -> types.begin(Template.APPROVAL, new NewType(model, "Carried", OWNER, "P2D", "front-office", "logistics", "billing"), OWNER));
    files = drafts.bundle(model);
    drafts.discard(model, OWNER);
  }

  @AfterEach
  void leaveTheRuleAsItWas() {
    askASecondPerson(Kind.NONE);
    drafts.discard(model, OWNER);
  }

  @Test
  void aBundleIsPublishedOnceListedAndGivenBack() {
    String key = UUID.randomUUID().toString();
    byte[] archive = zip(files);
    ApiClient.Answer first = send(OWNER, archive, key);
    ApiClient.Answer again = send(OWNER, archive, key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body().toString()).isEqualTo("{\"state\":\"published\",\"version\":1}");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    ApiClient.Answer versions = api.get(OWNER, address("/versions"));
    assertThat(versions.at("/items")).hasSize(1);
    assertThat(versions.text("/items/0/source")).isEqualTo("imported");
    assertThat(versions.text("/items/0/author")).isEqualTo(OWNER);
    assertThat(versions.text("/items/0/note")).isEqualTo("Carried over");
    assertThat(api.get(OWNER, "/api/v1/studio/models").at("/items")).anySatisfy(line -> {
      assertThat(line.path("key").asText()).isEqualTo(model);
      assertThat(line.path("kind").asText()).isEqualTo("request_type");
      assertThat(line.path("version").asInt()).isEqualTo(1);
    });
    byte[] exported = api.bytes(OWNER, address("/versions/1/bundle"));
    assertThat(archives.read(exported).files().keySet()).isEqualTo(files.files().keySet());
    assertThat(send(OWNER, exported, null)).satisfies(same -> assertThat(same.status()).isEqualTo(409))
        .satisfies(same -> assertThat(same.text("/detail")).contains("what is published now"));
    assertThat(api.get(OWNER, address("/versions/7/bundle")).status()).isEqualTo(404);
    assertThat(api.get(OWNER, "/api/v1/studio/models/nothing-like-that/versions").status()).isEqualTo(404);
  }

  @Test
  void aBundleWaitsWhereASecondPersonApproves() {
    askASecondPerson(Kind.ALL);
    ApiClient.Answer waiting = send(OWNER, zip(files), null);

    assertThat(waiting.status()).isEqualTo(202);
    assertThat(waiting.body().toString()).isEqualTo("{\"state\":\"waiting\",\"version\":null}");
    assertThat(drafts.of(model)).isPresent();
    assertThat(api.get(OWNER, address("/versions")).status()).isEqualTo(404);
  }

  @Test
  void everythingThatTheGateFindsComesAtOnceAndNothingIsKept() {
    Bundle broken = files.with(Bundle.diagramOf(model), new String(files.files().get(Bundle.diagramOf(model)), StandardCharsets.UTF_8)
        .replace("candidateGroups=\"logistics\"", "candidateGroups=\"nobody-knows-them\"").replace("candidateGroups=\"billing\"",
            "candidateGroups=\"${execution.engineServices}\"").getBytes(StandardCharsets.UTF_8));
    ApiClient.Answer refused = send(OWNER, zip(broken), null);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/type")).isEqualTo("urn:stile:problem:model-refused");
    assertThat(refused.at("/findings")).hasSizeGreaterThanOrEqualTo(2).allSatisfy(finding -> {
      assertThat(finding.path("element").asText()).isNotEmpty();
      assertThat(finding.path("severity").asText()).isIn("safety", "modelling");
      assertThat(finding.path("message").asText()).isNotEmpty();
    });
    assertThat(drafts.of(model)).isEmpty();
  }

  @Test
  void whatIsNoBundleOfTheModelOrNotAllowedIsRefusedInWords() {
    ApiClient.Answer wrongKey = api.postBytes(OWNER, "/api/v1/studio/models/other-key/versions?note=x", "application/zip", zip(files), null);
    assertThat(wrongKey.status()).isEqualTo(422);
    assertThat(wrongKey.text("/fields/0/message")).contains("holds the model '" + model + "', not 'other-key'");
    ApiClient.Answer noArchive = send(OWNER, "PK but no archive".getBytes(StandardCharsets.UTF_8), null);
    assertThat(noArchive.status()).isEqualTo(422);
    assertThat(noArchive.text("/fields/0/field")).isEqualTo("file");
    byte[] whole = zip(files);
    assertThat(send(OWNER, Arrays.copyOf(whole, whole.length / 2), null).status()).isEqualTo(422);
    assertThat(send(OWNER, new byte[1_500_000], null).status()).isEqualTo(413);
    assertThat(send(OWNER, new byte[0], null).status()).isBetween(400, 422);
    assertThat(send("front1", whole, null).status()).isEqualTo(403);
    Bundle ofAnother = new Bundle("billing-dispute", Map.of("bpmn/billing-dispute.bpmn", files.files().get(Bundle.diagramOf(model))));
    ApiClient.Answer denied = api.postBytes(OWNER, "/api/v1/studio/models/billing-dispute/versions?note=x", "application/zip", zip(ofAnother), null);
    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.text("/detail")).contains("owner.billing-dispute");
    assertThat(api.postBytes(OWNER, address("/versions"), "application/zip", whole, null).status()).isBetween(400, 422);
    assertThat(api.postBytes(OWNER, address("/versions?note="), "application/zip", whole, null).text("/fields/0/field")).isEqualTo("note");
    assertThat(drafts.of(model)).isEmpty();
  }

  @Test
  void noRequestOfARetiredTypeIsOpenedAndTheReasonIsSaid() {
    send(OWNER, zip(files), null);
    retirements.retire(model, "Open a phone swap instead.", OWNER);
    ApiClient.Answer refused = api.post("front1", "/api/v1/requests", Map.of("type", model, "customer", people.customerInGoodStanding().id(),
        "told", "Please", "data", Map.of()));

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
    assertThat(refused.text("/fields/0/field")).isEqualTo("type");
    assertThat(refused.text("/fields/0/message")).contains("is retired", "Open a phone swap instead.");
    assertThat(api.get("front1", "/api/v1/request-types").body().toString()).doesNotContain("\"" + model + "\"");
  }

  private ApiClient.Answer send(String employee, byte[] archive, String key) {
    return api.postBytes(employee, address("/versions?note=Carried%20over"), "application/zip", archive, key);
  }

  private String address(String rest) {
    return "/api/v1/studio/models/" + model + rest;
  }

  private void askASecondPerson(Kind kind) {
    unitOfWork.run(() -> rules.set(new ApprovalRule(kind, Set.of(), rules.rule().version())));
  }

  private static byte[] zip(Bundle bundle) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
