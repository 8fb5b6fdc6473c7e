package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.stile.organisation.EmployeeDetails;
import io.stile.organisation.Staffing;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.work.Claims;
import io.stile.work.Task;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

/** Where one goes from a task that is done. */
@StileTest
class WayOnTest {

  private static final String ACTIVATE = "UserTask_ActivateSim";
  private static final String NEWCOMER = "newcomer";

  @Autowired WebApplicationContext application;
  @Autowired Requesting people;
  @Autowired Claims claims;
  @Autowired Staffing staffing;

  private DeskPages pages;
  private Request swap;

  @BeforeEach
  void open() {
    pages = new DeskPages(application);
    swap = people.phoneSwap();
    people.complete(swap, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    people.complete(swap, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
  }

  @Test
  void offersTheNextStepOfTheSameRequestIfHeCanClaimIt() throws Exception {
    people.complete(swap, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "yes"));
    people.complete(swap, ACTIVATE, "network1", Map.of("activated", "no", "whatFailed", "SIM unknown"));
    Task repair = claims.claim(people.task(swap, "UserTask_RepairActivation").id(), "network1");

    ResultActions done = complete(repair, "network1", AfterTask.WORK, "{\"whatWasRepaired\":\"Registered it\"}");

    done.andExpect(redirectedUrl("/"));
    Task again = people.task(swap, ACTIVATE);
    pages.follow("network1", done).andExpect(content().string(allOf(containsString("is done."),
        containsString("The next step of the same request waits in your queue"),
        containsString("/tasks/%d/claim".formatted(again.id())))));
  }

  @ParameterizedTest
  @EnumSource(value = AfterTask.class, names = {"WORK", "NEXT"})
  void opensTheNextStepOfTheSameRequestIfItIsHisAlready(AfterTask then) throws Exception {
    Request own = people.phoneSwap(people.customerInGoodStanding(), "logistics1");
    people.complete(own, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));
    people.complete(own, "UserTask_ChangePlanAndDataOption", "billing1", Map.of());
    people.complete(own, "UserTask_ReserveHandset", "logistics1", Map.of("inStock", "yes"));
    people.complete(own, ACTIVATE, "network1", Map.of("activated", "yes"));
    Task ship = claims.claim(people.task(own, "UserTask_ShipOrHandOutHandset").id(), "logistics1");

    ResultActions done = complete(ship, "logistics1", then, "{}");

    done.andExpect(redirectedUrl("/tasks/" + people.task(own, "UserTask_CallCustomer").id()));
  }

  @Test
  void takesTheNextInQueueIfHeWantsTo() throws Exception {
    people.phoneSwap();
    Task reserve = claims.claim(people.task(swap, "UserTask_ReserveHandset").id(), "logistics1");
    Request other = people.phoneSwap();
    people.complete(other, "UserTask_AgreePlanChange", "front1", Map.of("newPlan", "medium", "dataOption", "none"));

    ResultActions done = complete(reserve, "logistics1", AfterTask.NEXT, "{\"inStock\":\"yes\"}");

    pages.follow("logistics1", done).andExpect(content().string(allOf(containsString("is yours now."), containsString("<stile-form"))));
  }

  @Test
  void saysSoWhenNothingWaits() throws Exception {
    staffing.hire(NEWCOMER, "-", new EmployeeDetails("Nora Newcomer", null, ZoneOffset.UTC, Set.of(), Set.of()));

    ResultActions none = pages.post(NEWCOMER, "/tasks/next", Map.of());

    none.andExpect(redirectedUrl("/"));
    pages.follow(NEWCOMER, none).andExpect(content().string(allOf(containsString("Nothing waits in your queues."),
        containsString("You have no task"), containsString("You own no open request"), containsString("Nothing is promised"))));
    staffing.letGo(NEWCOMER, staffing.sheet(NEWCOMER).orElseThrow().version());
  }

  private ResultActions complete(Task task, String employee, AfterTask then, String answers) throws Exception {
    ResultActions done = pages.post(employee, "/tasks/%d/complete".formatted(task.id()),
        Map.of("answers", answers, "version", task.version(), "then", then));
    assertThat(done.andReturn().getResponse().getStatus()).as(done.andReturn().getResponse().getContentAsString()).isEqualTo(302);
    return done;
  }
}
