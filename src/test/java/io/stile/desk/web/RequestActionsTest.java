package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.engine.UnitOfWork;
import io.stile.request.Ownership;
import io.stile.request.Request;
import io.stile.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class RequestActionsTest extends PageTest {

  @Autowired
  TestClock clock;
  @Autowired
  Ownership ownership;
  @Autowired
  UnitOfWork unitOfWork;

  private Request swap;
  private String number;

  @BeforeEach
  void open() {
    swap = people.phoneSwap();
    number = swap.number().value();
  }

  @ParameterizedTest
  @ValueSource(strings = {"front1", "front.lead"})
  void ownerAndLeadWithdrawWithAReason(String signIn) throws Exception {
    withdraw(signIn, "Has bought one elsewhere").andExpect(redirectedUrl("/requests/" + number))
        .andExpect(flash().attributeExists("message"));

    assertThat(people.now(swap).state()).isEqualTo(Request.State.WITHDRAWN);
    assertThat(people.steps(swap)).isEmpty();
    opens("front1", "/requests/" + number).andExpect(content().string(allOf(containsString("Withdrawn"),
        containsString("withdrew the request: Has bought one elsewhere"), containsString("Not needed any more"),
        not(containsString("Withdraw the request")))));
  }

  @Test
  void theOpenerWithdrawsWhatAnotherOwns() throws Exception {
    unitOfWork.run(() -> ownership.move(number, "front2", "front.lead", "Amara is away"));

    withdraw("front1", "Changed his mind").andExpect(status().isFound());

    assertThat(people.now(swap).state()).isEqualTo(Request.State.WITHDRAWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"front2", "billing1", "billing.lead", "manager", "admin"})
  void nobodyElseWithdraws(String signIn) throws Exception {
    withdraw(signIn, "I say so").andExpect(status().isForbidden())
        .andExpect(content().string(allOf(containsString("Only its owner, its opener or their lead"), containsString("I say so"))));

    assertThat(people.now(swap).isOpen()).isTrue();
  }

  @Test
  void asksForAReasonBeforeItWithdraws() throws Exception {
    withdraw("front1", "  ").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Say why the customer withdraws.")));
    withdraw("front1", "x".repeat(2_001)).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("at most 2000 characters")));

    assertThat(people.now(swap).isOpen()).isTrue();
  }

  @Test
  void saysWhatIsWrongOnceAndAtItsField() throws Exception {
    String missing = body(withdraw("front1", ""));
    assertThat(missing).containsOnlyOnce("Say why the customer withdraws.").doesNotContain("&#39;reason&#39;")
        .containsOnlyOnce("What is expected stands at the field.").containsOnlyOnce("id=\"withdraw-error\"");
    String nobody = body(move("front.lead", "front1", "nobody", "Because"));
    assertThat(nobody).containsOnlyOnce("Nobody here is called “nobody”").contains("id=\"to-error\"").doesNotContain("id=\"move-error\"");
  }

  @Test
  void saysWhatIsNoFaultOfAFieldOnceAndAbove() throws Exception {
    String conflict = body(move("front.lead", "front3", "front2", "Amara is away"));
    assertThat(conflict).containsOnlyOnce("The owner has changed").doesNotContain("id=\"move-error\"");
    String denied = body(withdraw("front2", "x".repeat(2_001)));
    assertThat(denied).containsOnlyOnce("at most 2000 characters").doesNotContain("stands at the field");
  }

  @Test
  void tellsWhoComesTooLateAndKeepsHisWords() throws Exception {
    withdraw("front1", "First").andExpect(status().isFound());

    withdraw("front.lead", "Second <b>reason</b>").andExpect(status().isConflict()).andExpect(content().string(allOf(
        containsString("already withdrawn"), containsString("Second &lt;b&gt;reason&lt;/b&gt;"))));
    clock.advance(Duration.ofDays(30));
    sends("front2", "/requests/" + number + "/contacts", "channel", "PHONE", "direction", "IN", "said", "Calls again")
        .andExpect(status().isConflict()).andExpect(content().string(containsString("Calls again")));
  }

  @Test
  void aLeadMovesTheOwnership() throws Exception {
    move("front.lead", "front1", "front2", "Amara is away").andExpect(redirectedUrl("/requests/" + number));

    assertThat(people.now(swap).owner()).isEqualTo("front2");
    opens("front1", "/requests/" + number).andExpect(content().string(
        containsString("made Lukas Brandt the owner instead of Amara Diallo: Amara is away")));
  }

  @Test
  void nobodyElseMovesIt() throws Exception {
    move("front1", "front1", "front2", "I am tired").andExpect(status().isForbidden())
        .andExpect(content().string(allOf(containsString("Only a lead"), containsString("I am tired"))));

    assertThat(people.now(swap).owner()).isEqualTo("front1");
  }

  @Test
  void keepsTheChoiceWhenTheReasonIsMissing() throws Exception {
    move("front.lead", "front1", "front2", "").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("Say why the owner changes."), containsString("value=\"front2\""))));
    move("front.lead", "front1", "nobody", "Because").andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("Nobody here is called “nobody”"), containsString(">Because<"))));
  }

  @Test
  void aLeadWhosePageIsOldLooksAgain() throws Exception {
    unitOfWork.run(() -> ownership.move(number, "front3", "front.lead", "Speaks Korean"));

    move("front.lead", "front1", "front2", "Amara is away").andExpect(status().isConflict()).andExpect(content().string(allOf(
        containsString("The owner has changed"), containsString("Hye-jin Park"), containsString(">Amara is away<"))));

    assertThat(people.now(swap).owner()).isEqualTo("front3");
  }

  private ResultActions withdraw(String signIn, String reason) throws Exception {
    return sends(signIn, "/requests/" + number + "/withdrawal", "reason", reason);
  }

  private static String body(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }

  private ResultActions move(String signIn, String from, String to, String reason) throws Exception {
    return sends(signIn, "/requests/" + number + "/owner", "from", from, "to", to, "reason", reason);
  }
}
