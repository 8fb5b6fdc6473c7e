package io.stile.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.engine.ConcurrentChange;
import io.stile.engine.UnitOfWork;
import io.stile.handover.HandOver.State;
import io.stile.handover.Succession.Move;
import io.stile.organisation.Absence;
import io.stile.organisation.Absences;
import io.stile.organisation.EmployeeDetails;
import io.stile.organisation.Organisation;
import io.stile.organisation.OrganisationRefused;
import io.stile.organisation.Role;
import io.stile.organisation.Staffing;
import io.stile.request.Closing;
import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import io.stile.work.TaskRefused;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody leaves goes to somebody who is there; no request is ever left with nobody, or with somebody who has gone. */
@StileTest
class SuccessionTest {

  private static final AtomicInteger LEAVERS = new AtomicInteger();
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired Succession succession;
  @Autowired HandOvers handOvers;
  @Autowired Staffing staffing;
  @Autowired Organisation organisation;
  @Autowired Absences absences;
  @Autowired Requesting people;
  @Autowired Requests requests;
  @Autowired Closing closing;
  @Autowired Claims claims;
  @Autowired TaskLookup tasks;
  @Autowired UnitOfWork unitOfWork;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private final List<Request> opened = new ArrayList<>();
  private String leaver;

  @BeforeEach
  void takeSomebodyIn() {
    clock.advanceTo(clock.now().atZone(BERLIN).plusDays(1).withHour(9).withMinute(0).toInstant());
    leaver = "leaver" + LEAVERS.incrementAndGet();
    staffing.hire(leaver, "-", details(Set.of(Role.FRONT_OFFICE), Set.of("front-office", "billing")));
  }

  private static EmployeeDetails details(Set<Role> roles, Set<String> departments) {
    return new EmployeeDetails("Lea Leaver", null, BERLIN, roles, departments);
  }

  @AfterEach
  void letHimGo() {
    opened.forEach(request -> {
      if (people.now(request).isOpen()) {
        unitOfWork.run(() -> closing.withdraw(request.number().value(), people.now(request).owner(), "The test is over"));
      }
    });
    if (organisation.employee(leaver).orElseThrow().active()) {
      staffing.letGo(leaver, version());
    }
  }

  private int version() {
    return staffing.sheet(leaver).orElseThrow().version();
  }

  private Request swap() {
    Request swap = people.phoneSwap(people.customerInGoodStanding(), leaver);
    opened.add(swap);
    return swap;
  }

  private Task claimed(Request swap) {
    long id = people.task(swap, "UserTask_AgreePlanChange").id();
    return unitOfWork.of(() -> claims.claim(id, leaver));
  }

  private List<Move> settle(Successors to) {
    return unitOfWork.of(() -> succession.settle(leaver, to, "admin"));
  }

  private static Successors one(String employee) {
    return new Successors(employee, null, false, "He leaves us");
  }

  private static Successors all(String department) {
    return new Successors(null, department, false, "He leaves us");
  }

  @Test
  void listsWhatDependsOnHim() {
    Request swap = swap();
    Task task = claimed(swap);

    Estate estate = succession.of(leaver);

    assertThat(estate.requests()).extracting(Request::number).containsExactly(swap.number());
    assertThat(estate.tasks()).extracting(Task::id).containsExactly(task.id());
    assertThat(estate.others()).isEmpty();
    assertThat(succession.of("quality.lead").others()).extracting(tie -> tie.text()).contains("leads Quality");
  }

  @Test
  void movesAllToOneAndClosesTheAccountInOneStep() {
    Request swap = swap();
    Task task = claimed(swap);
    assertThatExceptionOfType(OrganisationRefused.class).as("not without").isThrownBy(() -> staffing.letGo(leaver, version()));

    unitOfWork.run(() -> succession.settleAndLetGo(leaver, one("front2"), "admin", version()));

    assertThat(people.now(swap).owner()).isEqualTo("front2");
    assertThat(tasks.byId(task.id()).orElseThrow()).extracting(Task::assignee, Task::dueAt).containsExactly("front2", task.dueAt());
    assertThat(organisation.employee(leaver).orElseThrow().active()).isFalse();
  }

  @Test
  void spreadsThemOverThoseWhoAreAtWork() {
    List<Request> many = List.of(swap(), swap(), swap(), swap());

    List<Move> moves = settle(all("billing"));

    assertThat(moves).hasSize(4);
    assertThat(moves.stream().map(Move::to).distinct()).as("not all to one").hasSizeGreaterThan(1).doesNotContain(leaver);
    assertThat(many).allSatisfy(request -> assertThat(organisation.isMember(people.now(request).owner(), "billing")).isTrue());
  }

  @Test
  void whatTheNewOneMayNotDoGoesBackIntoItsQueue() {
    Task task = claimed(swap());

    List<Move> moves = settle(one("logistics1"));

    assertThat(moves).extracting(Move::to).containsExactly("logistics1", null);
    assertThat(tasks.byId(task.id()).orElseThrow()).satisfies(after -> {
      assertThat(after.state()).isEqualTo(Task.State.OPEN);
      assertThat(after.department()).isEqualTo("front-office");
      assertThat(after.dueAt()).isEqualTo(task.dueAt());
    });
  }

  @Test
  void nothingGoesToSomebodyWhoIsAbsentUnlessThatIsWanted() {
    Request swap = swap();
    Absence away = new Absence("front6", clock.now(), clock.now().plus(Duration.ofHours(1)), Absence.Kind.SICK);
    absences.add(away);
    long id = absences.notEndedOf("front6", clock.now()).get(0).id();
    try {
      assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> settle(one("front6"))).withMessageContaining("is absent until");
      assertThat(people.now(swap).owner()).isEqualTo(leaver);

      settle(new Successors("front6", null, true, "He leaves us"));

      assertThat(people.now(swap).owner()).isEqualTo("front6");
    } finally {
      absences.remove(id);
    }
  }

  @Test
  void refusesSuccessorsWhoAreNone() {
    Request swap = swap();
    for (Successors nobody : List.of(one("nobody"), one(leaver), one(null), all("moon"), new Successors("front2", null, false, " "))) {
      assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> settle(nobody));
    }
    assertThat(people.now(swap).owner()).isEqualTo(leaver);
  }

  @Test
  void nothingMovesIfTheAccountCannotBeClosed() {
    Request swap = swap();

    assertThatExceptionOfType(OrganisationRefused.class)
        .isThrownBy(() -> unitOfWork.run(() -> succession.settleAndLetGo(leaver, one("front2"), "admin", version() + 1)));

    assertThat(people.now(swap).owner()).isEqualTo(leaver);
  }

  /** Nobody stands behind this process whom it could be passed on to. */
  @Test
  void whatCannotMoveIsNamedAndTheRestMoves() {
    Request swap = swap();
    Task task = claimed(swap);
    jdbc.sql("update task set role = 'role-target', department = null, process = 'goodwill', subject = '0' where id = ?").param(task.id()).update();
    try {
      List<Move> moves = settle(one("front2"));

      assertThat(moves).extracting(Move::to).containsExactly("front2", null);
      assertThat(moves.get(1).failed()).contains("was asked of him alone");
      assertThat(people.now(swap).owner()).isEqualTo("front2");
      assertThat(tasks.byId(task.id()).orElseThrow().assignee()).isEqualTo(leaver);
      assertThatExceptionOfType(OrganisationRefused.class).as("and keeps him").isThrownBy(() -> staffing.letGo(leaver, version()));
    } finally {
      jdbc.sql("update task set role = null, department = 'front-office', process = 'phone-swap', subject = null where id = ?")
          .param(task.id()).update();
    }
  }

  @Test
  void whatWasOfferedToHimStaysWithItsOwner() {
    Request swap = people.phoneSwap();
    opened.add(swap);
    HandOver open = unitOfWork.of(() -> handOvers.offer(new NewHandOver(swap.number().value(), null, leaver, "Leave", null, "front1")));

    settle(one("front2"));

    assertThat(handOvers.byId(open.id()).orElseThrow()).extracting(HandOver::state, HandOver::answer)
        .containsExactly(State.LAPSED, "the one to whom it was offered has left");
    assertThat(people.now(swap).owner()).isEqualTo("front1");
    assertThat(people.steps(swap)).doesNotContain("UserTask_AnswerHandOver");
  }

  @Test
  @DisplayName("I-03: a change of role or department neither resets an owner nor leaves him where he may not work")
  void aChangeOfRoleOrDepartmentWaitsForTheHandOver() {
    Request swap = swap();
    claimed(swap);
    EmployeeDetails elsewhere = details(Set.of(Role.BACK_OFFICE), Set.of("billing"));

    assertThatExceptionOfType(OrganisationRefused.class).isThrownBy(() -> staffing.change(leaver, elsewhere, version()))
        .withMessageContaining("owns " + swap.number()).withMessageContaining("has the task");
    assertThat(people.now(swap).owner()).isEqualTo(leaver);

    settle(one("front2"));
    staffing.change(leaver, elsewhere, version());

    assertThat(people.now(swap).owner()).isEqualTo("front2");
    assertThat(organisation.isMember(leaver, "front-office")).isFalse();
  }

  @RepeatedTest(8)
  void nothingIsOpenedForSomebodyWhoIsLetGoAtTheSameInstant() throws Exception {
    int version = version();

    List<Boolean> done = atOnce(() -> staffing.letGo(leaver, version), () -> opened.add(
        people.phoneSwap(people.customerInGoodStanding(), leaver)));

    boolean active = organisation.employee(leaver).orElseThrow().active();
    assertThat(done).as("one of them").containsExactlyInAnyOrder(true, false);
    assertThat(active).as("he stays if a request was opened for him").isEqualTo(done.get(1));
    assertThat(requests.ownedBy(leaver, 10)).hasSize(done.get(1) ? 1 : 0);
  }

  @RepeatedTest(4)
  void nothingIsClaimedBySomebodyWhoIsLetGoAtTheSameInstant() throws Exception {
    Request swap = people.phoneSwap();
    opened.add(swap);
    long task = people.task(swap, "UserTask_AgreePlanChange").id();
    int version = version();

    List<Boolean> done = atOnce(() -> staffing.letGo(leaver, version), () -> unitOfWork.run(() -> claims.claim(task, leaver)));

    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(tasks.byId(task).orElseThrow().assignee()).isEqualTo(done.get(1) ? leaver : null);
  }

  private List<Boolean> atOnce(Runnable one, Runnable other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> first = threads.submit(attempt(one, start));
      Future<Boolean> second = threads.submit(attempt(other, start));
      return List.of(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> attempt(Runnable work, CyclicBarrier start) {
    return () -> {
      start.await();
      try {
        work.run();
        return true;
      } catch (OrganisationRefused | ConcurrentChange | TaskRefused refused) {
        return false;
      }
    };
  }
}
