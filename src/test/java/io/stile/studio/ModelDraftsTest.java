package io.stile.studio;

import static io.stile.testkit.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stile.gate.Bundle;
import io.stile.testkit.StileTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One draft for each model, in which nobody overwrites what he has not seen. */
@StileTest
class ModelDraftsTest {

  private static final String SWAP = "phone-swap";
  private static final String DIAGRAM = Bundle.diagramOf(SWAP);
  private static final String ANNA = "owner.phone-swap";
  private static final String BERT = "admin";

  @Autowired ModelDrafts drafts;
  @Autowired Onlookers onlookers;

  private String fresh;

  @BeforeEach
  void begin() {
    drafts.discard(SWAP, ANNA);
    fresh = "draft-" + UUID.randomUUID().toString().substring(0, 8).replaceAll("-", "a");
  }

  @AfterEach
  void leaveNothing() {
    drafts.discard(SWAP, ANNA);
  }

  @Test
  void aFileThatNobodySavedIsAsPublished() {
    DraftFile file = drafts.file(SWAP, DIAGRAM).orElseThrow();
    assertThat(file.revision()).isZero();
    assertThat(file.content()).contains("id=\"phone-swap\"");
    assertThat(drafts.of(SWAP)).isEmpty();
  }

  @Test
  void whatIsSavedStandsBesideWhatIsPublished() {
    long revision = drafts.save(SWAP, DIAGRAM, "<mine/>", 0, ANNA);
    assertThat(drafts.file(SWAP, DIAGRAM)).hasValueSatisfying(file -> assertThat(file).returns("<mine/>", DraftFile::content)
        .returns(revision, DraftFile::revision).returns(ANNA, DraftFile::savedBy));
    Bundle bundle = drafts.bundle(SWAP);
    assertThat(bundle.file(DIAGRAM)).hasValueSatisfying(content -> assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo("<mine/>"));
    assertThat(bundle.files()).hasSameSizeAs(drafts.published(SWAP).files());
    assertThat(drafts.of(SWAP)).hasValueSatisfying(draft -> assertThat(draft.basedOn()).isNotNull());
  }

  @Test
  void aSaveThatDoesNotKnowTheNewestIsRefusedWithIt() {
    long annas = drafts.save(SWAP, DIAGRAM, "<anna/>", 0, ANNA);
    StaleSave stale = catchThrowableOfType(StaleSave.class, () -> drafts.save(SWAP, DIAGRAM, "<bert/>", 0, BERT));
    assertThat(stale.present()).returns("<anna/>", DraftFile::content).returns(ANNA, DraftFile::savedBy).returns(annas, DraftFile::revision);
    assertThat(drafts.save(SWAP, DIAGRAM, "<bert/>", annas, BERT)).isGreaterThan(annas);
  }

  @Test
  void aSaveWhoseAnswerWasLostIsSentAgainWithoutHarm() {
    long first = drafts.save(SWAP, DIAGRAM, "<anna/>", 0, ANNA);
    assertThat(drafts.save(SWAP, DIAGRAM, "<anna/>", 0, ANNA)).isEqualTo(first);
  }

  @Test
  void aPageOfADraftThrownAwayFitsNoLaterOne() {
    long before = drafts.save(SWAP, DIAGRAM, "<anna/>", 0, ANNA);
    drafts.discard(SWAP, BERT);
    drafts.save(SWAP, DIAGRAM, "<other/>", 0, ANNA);
    assertThatThrownBy(() -> drafts.save(SWAP, DIAGRAM, "<anna2/>", before, ANNA)).isInstanceOf(StaleSave.class);
  }

  @Test
  void ofTwoWhoSaveAtTheSameInstantOneIsToldOfTheOther() {
    Callable<String> anna = () -> saves("<anna/>", ANNA);
    Callable<String> bert = () -> saves("<bert/>", BERT);
    List<String> came = atOnce(anna, bert);
    assertThat(came).containsExactlyInAnyOrder("saved", "stale");
    assertThat(drafts.file(SWAP, DIAGRAM).orElseThrow().content()).isEqualTo(came.get(0).equals("saved") ? "<anna/>" : "<bert/>");
  }

  private String saves(String content, String by) {
    try {
      drafts.save(SWAP, DIAGRAM, content, 0, by);
      return "saved";
    } catch (StaleSave stale) {
      return "stale";
    }
  }

  @Test
  void aRemovedFormIsGoneFromTheBundleAndComesBackWithTheDraftThrownAway() {
    String form = drafts.published(SWAP).files().keySet().stream().filter(path -> path.startsWith("forms/")).findFirst().orElseThrow();
    drafts.remove(SWAP, form, 0, ANNA);
    assertThat(drafts.file(SWAP, form)).isEmpty();
    assertThat(drafts.bundle(SWAP).file(form)).isEmpty();
    assertThat(drafts.discard(SWAP, ANNA)).isTrue();
    assertThat(drafts.bundle(SWAP).file(form)).isPresent();
  }

  @Test
  void theDiagramCannotBeRemoved() {
    assertThatThrownBy(() -> drafts.remove(SWAP, DIAGRAM, 0, ANNA)).isInstanceOf(ModelDraftRefused.class).hasMessageContaining("retire");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bpmn/other.bpmn", "forms/billing-dispute/x.form", "forms/phone-swap/../x.form", "bpmn/../x.dmn", "bpmn/.dmn", "x.dmn",
      "forms/phone-swap/.form", "bpmn/phone-swap.bpmn20.xml", "/etc/passwd", "bpmn/A.dmn"})
  void refusesAPathThatIsNoneOfTheModel(String path) {
    assertThatThrownBy(() -> drafts.save(SWAP, path, "x", 0, ANNA)).isInstanceOf(ModelDraftRefused.class).hasMessageContaining("is no file of the model");
  }

  @Test
  void refusesWhatIsTooLongOrNoText() {
    assertThatThrownBy(() -> drafts.save(SWAP, DIAGRAM, "x".repeat(ModelDrafts.MOST_BYTES + 1), 0, ANNA)).hasMessageContaining("1048577 bytes");
    assertThatThrownBy(() -> drafts.save(SWAP, DIAGRAM, "a\0b", 0, ANNA)).hasMessageContaining("U+0000");
    assertThatThrownBy(() -> drafts.save(SWAP, DIAGRAM, null, 0, ANNA)).hasMessageContaining("no text");
  }

  @Test
  void aModelThatWasNeverPublishedBeginsAsADraft() {
    drafts.save(fresh, Bundle.diagramOf(fresh), "<new/>", 0, ANNA);
    assertThat(drafts.of(fresh)).hasValueSatisfying(draft -> assertThat(draft).returns(null, ModelDraft::basedOn).returns(ANNA, ModelDraft::begunBy));
    drafts.discard(fresh, ANNA);
  }

  @Test
  void twoWhoHaveAModelOpenSeeEachOther() {
    onlookers.look(SWAP, DIAGRAM, ANNA);
    assertThat(onlookers.look(SWAP, "", BERT)).extracting(Onlookers.Onlooker::employee).contains(ANNA).doesNotContain(BERT);
  }
}
