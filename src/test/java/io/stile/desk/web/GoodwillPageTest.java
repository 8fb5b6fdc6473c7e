package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.grant.Grants;
import io.stile.request.Request;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goodwill on the page of a request. */
class GoodwillPageTest extends PageTest {

  @Autowired
  Grants grants;

  private Request swap;
  private String page;

  private DeskPages desk;

  @BeforeEach
  void open() {
    desk = new DeskPages(context);
    swap = people.phoneSwap();
    page = "/requests/" + swap.number();
  }

  private Map<String, String> form(String amount) {
    return Map.of("amount", amount, "currency", "EUR", "reason", "Two weeks late");
  }

  @Test
  void showsWhatIsLeftAndGrantsItAtOnce() throws Exception {
    opens("front1", page).andExpect(content().string(allOf(containsString("You may give"), containsString("20.00 EUR"))));
    desk.follow("front1", desk.post("front1", page + "/goodwill", form("12,5")).andExpect(status().is3xxRedirection()))
        .andExpect(content().string(allOf(containsString("The goodwill is granted."), containsString("12.50 EUR"),
            containsString("7.50 EUR"), containsString("Two weeks late"))));
  }

  @Test
  void theLeadApprovesWithOneClick() throws Exception {
    desk.post("front1", page + "/goodwill", form("30")).andExpect(status().is3xxRedirection());
    opens("front1", page).andExpect(content().string(allOf(containsString("decides"), not(containsString("Approve it")))));
    opens("front.lead", page).andExpect(content().string(containsString("Approve it")));
    long task = people.task(swap, "UserTask_ApproveGoodwill").id();
    opens("front.lead", "/tasks/" + task).andExpect(content().string(allOf(containsString("30.00 EUR"), containsString("Two weeks late"))));

    desk.post("front.lead", page + "/goodwill/approval", Map.of("task", task)).andExpect(status().is3xxRedirection());

    assertThat(grants.ofRequest(swap.number().value())).singleElement()
        .satisfies(grant -> assertThat(grant.grantedBy()).isEqualTo("front.lead"));
  }

  @Test
  void nobodyElseApprovesIt() throws Exception {
    desk.post("front1", page + "/goodwill", form("30"));
    long task = people.task(swap, "UserTask_ApproveGoodwill").id();

    desk.post("front1", page + "/goodwill/approval", Map.of("task", task)).andExpect(status().isConflict());

    assertThat(grants.ofRequest(swap.number().value())).isEmpty();
  }

  @Test
  void whatCannotBeAcceptedComesBackWithWhatWasTyped() throws Exception {
    desk.post("front1", page + "/goodwill", form("a lot")).andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(allOf(containsString("Expected an amount such as 12.50"), containsString("a lot"),
            containsString("Two weeks late"))));
  }
}
