package io.stile.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.stile.engine.UnitOfWork;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StileTest
class TaskSnapshotTest {

  private static final String STEP = "UserTask_AgreePlanChange";

  @Autowired Requesting people;
  @Autowired TaskLookup tasks;
  @Autowired TaskForms forms;
  @Autowired UnitOfWork unitOfWork;

  /** Whoever opens a task sees it as it was, even when somebody completes it between two of the reads that his page needs. */
  @Test
  void showsATaskThatIsCompletedWhileItIsRead() {
    Request request = people.phoneSwap();
    long id = people.task(request, STEP).id();

    Map<String, Object> shown = unitOfWork.snapshot(() -> {
      Task task = tasks.byId(id).orElseThrow();
      CompletableFuture.runAsync(() -> people.complete(request, STEP, "front1", Map.of("newPlan", "medium", "dataOption", "none")))
          .join();
      assertThat(tasks.byId(id).orElseThrow().isLive()).as("as it was").isTrue();
      return forms.shown(task);
    });

    assertThat(shown).containsEntry("wantedDevice", "aurora-5");
    assertThat(tasks.byId(id).orElseThrow().isLive()).isFalse();
  }
}
