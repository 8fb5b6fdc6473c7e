package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.consult.Answering;
import io.stile.consult.Consult;
import io.stile.consult.Consult.State;
import io.stile.consult.ConsultReader;
import io.stile.engine.UnitOfWork;
import io.stile.organisation.Organisation;
import io.stile.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions to others on the pages of requests and tasks. */
class ConsultPagesTest extends PageTest {

  private static final String QUESTION = "Is the <last> bill paid?";

  @Autowired
  Organisation organisation;
  @Autowired
  ConsultReader reader;
  @Autowired
  Answering answering;
  @Autowired
  UnitOfWork unitOfWork;

  private DeskPages desk;
  private Request swap;
  private String page;
  private long task;

  @BeforeEach
  void open() {
    desk = new DeskPages(context);
    swap = people.phoneSwap();
    page = "/requests/" + swap.number();
    task = people.task(swap, "UserTask_AgreePlanChange").id();
  }

  private static Map<String, Object> form(String department, String employee) {
    return new HashMap<>(Map.of("department", department, "employee", employee, "question", QUESTION, "due", "", "needed", "on"));
  }

  private Consult asked() throws Exception {
    desk.post("front1", page + "/consults", form("billing", "")).andExpect(status().is3xxRedirection());
    return only();
  }

  private Consult only() {
    List<Consult> all = reader.ofRequest(swap.number().value());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private long answerTask() {
    return people.task(swap, "UserTask_AnswerQuestion").id();
  }

  private Matcher<String> shows(String... pieces) {
    return allOf(Stream.of(pieces).map(piece -> containsString(piece)).toList().toArray(Matcher[]::new));
  }

  @Test
  void asksADepartmentFromTheRequestWhichShowsWhoItWaitsFor() throws Exception {
    desk.follow("front1", desk.post("front1", page + "/consults", form("billing", "")))
        .andExpect(content().string(shows("Billing is asked.", "blocked by Billing", "Is the &lt;last&gt; bill paid?", "needed to go on")));
    opens("front1", "/").andExpect(content().string(containsString("blocked by Billing")));
  }

  @Test
  void asksAColleagueByNameFromATaskToWhichTheAnswerComes() throws Exception {
    Map<String, Object> form = form("", "billing1");
    form.put("from", task);
    desk.post("front1", page + "/consults", form).andExpect(status().is3xxRedirection());
    assertThat(only().task()).isEqualTo(task);
    unitOfWork.run(() -> answering.answer(only().id(), "Yes, since Friday.", "billing1"));

    opens("front1", "/tasks/" + task).andExpect(content().string(shows("needs attention", "Yes, since Friday.", "I have taken note")));
  }

  @Test
  void theAnswererReadsQuestionAndCustomersWords() throws Exception {
    asked();
    opens("billing1", "/tasks/" + answerTask()).andExpect(content().string(shows("Is the &lt;last&gt; bill paid?",
        "My phone is too slow, I want the new one.", "Somebody else knows", "Claim it")));
  }

  @Test
  void onlyOwnerAndLeadTakeNote() throws Exception {
    Consult consult = asked();
    unitOfWork.run(() -> answering.answer(consult.id(), "Yes.", "billing1"));
    Map<String, Object> seen = Map.of("seen", consult.id());
    opens("front2", page).andExpect(content().string(allOf(containsString("needs attention"), not(containsString("I have taken note")))));
    desk.post("front2", page + "/attention", seen).andExpect(status().isForbidden());
    opens("front1", "/").andExpect(content().string(containsString("needs attention</span>")));

    desk.follow("front1", desk.post("front1", page + "/attention", seen)).andExpect(content().string(not(containsString("needs attention"))));

    assertThat(only().seenAt()).isNotNull();
  }

  @Test
  void handsOnAddsAndWithdraws() throws Exception {
    Consult consult = asked();
    String of = page + "/consults/" + consult.id();
    desk.follow("front1", desk.post("front1", of + "/words", Map.of("words", "For May.")))
        .andExpect(content().string(containsString("For May.")));
    desk.follow("billing1", desk.post("billing1", of + "/hand-on", Map.of("department", "logistics", "employee", "", "reason", "They ship.")))
        .andExpect(content().string(shows("Logistics is asked instead.", "handed it on to Logistics")));
    desk.follow("front1", desk.post("front1", of + "/withdraw", Map.of("reason", "Found it.")))
        .andExpect(content().string(shows("The question is withdrawn.", "Found it.")));
    assertThat(only().state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void whatCannotBeAskedComesBackWithWhatWasTyped() throws Exception {
    desk.post("front1", page + "/consults", form("", "nobody at all")).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(shows("Nobody here is called “nobody at all”", "Is the &lt;last&gt; bill paid?")));
    Map<String, Object> form = form("billing", "");
    form.put("from", task);
    form.put("due", "whenever");
    desk.post("front1", page + "/consults", form).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(shows("is no date and time", "Is the &lt;last&gt; bill paid?", "What to do")));
  }

  @Test
  void wordsThatComeTooLateAreNotLost() throws Exception {
    Consult consult = asked();
    unitOfWork.run(() -> answering.answer(consult.id(), "Yes.", "billing1"));
    desk.post("front1", page + "/consults/" + consult.id() + "/words", Map.of("words", "For May.")).andExpect(status().isConflict())
        .andExpect(content().string(shows("has answered it already", "You typed:", "For May.")));
  }

  @Test
  void saysWhoIsThereAndWhenAnAnswerWouldBeDue() throws Exception {
    opens("front1", "/people/reach?department=billing").andExpect(content().string(shows("Billing", "On duty", "Lead", "Queue",
        "Usually picked up", "An answer would be due")));
    opens("front1", "/people/reach?department=").andExpect(content().string(not(containsString("Lead"))));
    opens("front1", "/people/find?employee=billing1").andExpect(content().string(shows("(billing1)", "on duty until", "phone 301")))
        .andExpect(content().string(not(containsString("department"))));
  }

  @Test
  void offersTheBestFirstAndNobodyWhoCannotBeChosen() throws Exception {
    String found = opens("front1", "/people/find?departments=true&near=logistics1&without=logistics1").andReturn().getResponse()
        .getContentAsString();
    assertThat(found).contains("Logistics (department)", "on duty now, phone 200").doesNotContain("(logistics1)");
    List<String> colleagues = Pattern.compile("value=\"[^\"]+\\((?!department)([^)]+)\\)\"").matcher(found).results().map(each -> each.group(1)).toList();
    assertThat(colleagues).hasSize(8);
    assertThat(organisation.isMember(colleagues.get(0), "logistics")).as("%s", colleagues).isTrue();
  }
}
