package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.NewCustomer;
import io.stile.request.Request;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.web.Badge;
import io.stile.web.MenuEntry;
import io.stile.work.Claims;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@StileTest
class QueuePageTest {

  private static final String AGREE = "UserTask_AgreePlanChange";
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\">Next page");
  private static final Pattern TASK = Pattern.compile("row-link\" href=\"/tasks/(\\d+)\"");

  @Autowired WebApplicationContext application;
  @Autowired Requesting people;
  @Autowired Customers customers;
  @Autowired Claims claims;
  @Autowired TaskLookup tasks;
  @Autowired WorkMenu menu;

  private DeskPages pages;

  @BeforeEach
  void open() {
    pages = new DeskPages(application);
  }

  @Test
  void showsTimeTaskCustomerOwnerAndWhoHasIt() throws Exception {
    Request swap = people.phoneSwap(named("Zora <i>Quist</i>"), "front2");
    Task task = people.task(swap, AGREE);

    String open = body("front1", "/queues/front-office?customer=zora");
    claims.claim(task.id(), "front3");
    String claimed = body("front1", "/queues/front-office?customer=zora");

    assertThat(open).contains("<b class=\"num\">1</b>").contains("due in").contains("% of the time used")
        .contains("Zora &lt;i&gt;Quist&lt;/i&gt;").contains(swap.number().value()).contains("Lukas Brandt")
        .contains("Nobody yet").contains("/tasks/%d/claim".formatted(task.id())).doesNotContain("Give…");
    assertThat(claimed).contains("Hye-jin Park").doesNotContain("/claim\"");
    assertThat(body("front1", "/queues/front-office?customer=zora&unclaimed=true")).contains("Nothing like that is here");
    assertThat(body("front1", "/queues/front-office?customer=zora&late=true")).contains("Nothing like that is here");
    assertThat(body("front1", "/queues/front-office?customer=zora&type=other")).contains("Nothing like that is here");
    assertThat(body("front.lead", "/queues/front-office?customer=zora&type=phone-swap")).contains("Give…");
  }

  @Test
  void turnsPagesByCursorAndKeepsTheFilterWhileNewOnesComeIn() throws Exception {
    Customer customer = named("Paging Person");
    List<Long> all = IntStream.range(0, 60)
        .mapToObj(i -> people.task(people.phoneSwap(customer, "front1"), AGREE).id()).toList();

    String first = body("front1", "/queues/front-office?customer=paging");
    people.phoneSwap(customer, "front1");
    Matcher next = NEXT.matcher(first);
    assertThat(next.find()).isTrue();
    assertThat(next.group(1)).contains("customer=paging").doesNotContain("offset");
    String second = body("front1", next.group(1).replace("&amp;", "&"));

    List<Long> turned = new ArrayList<>(idsOn(first));
    turned.addAll(idsOn(second));
    assertThat(idsOn(first)).hasSize(50);
    assertThat(turned).doesNotHaveDuplicates().containsAll(all);
    assertThat(NEXT.matcher(second).find()).isFalse();
    assertThat(second).contains("First page");
  }

  @Test
  void claimsFromTheList() throws Exception {
    Task task = people.task(people.phoneSwap(), AGREE);

    pages.post("front1", "/tasks/%d/claim".formatted(task.id()), Map.of()).andExpect(redirectedUrl("/tasks/" + task.id()));

    assertThat(tasks.byId(task.id()).orElseThrow().assignee()).isEqualTo("front1");
  }

  @Test
  void refusesWhatIsNoDepartmentAndNoCursor() throws Exception {
    pages.get("front1", "/queues/nowhere").andExpect(status().isNotFound())
        .andExpect(content().string(containsString("There is no department nowhere")));
    pages.get("front1", "/queues/front-office?cursor=42").andExpect(status().isUnprocessableEntity());
    pages.get("front1", "/queues/front-office?late=perhaps").andExpect(status().is4xxClientError());
  }

  @Test
  void namesTheLeadOfEachDepartmentAndWhetherItIsOpen() throws Exception {
    pages.get("manager", "/queues").andExpect(content().string(allOf(containsString("Network operations"),
        containsString("Duarte Sequeira"), containsString("/queues/finance"), not(containsString("yours")))));
    pages.get("finance1", "/queues").andExpect(content().string(containsString("yours")));
  }

  @Test
  void putsTheQueuesOfHisDepartmentsIntoTheMenuWithCounts() {
    people.phoneSwap();

    assertThat(menu.entriesFor("front6")).extracting(MenuEntry::href)
        .containsExactlyInAnyOrder("/", "/queues", "/queues/front-office", "/queues/logistics");
    assertThat(menu.entriesFor("manager")).extracting(MenuEntry::href).containsExactlyInAnyOrder("/", "/queues");
    assertThat(menu.badgesFor("front6")).filteredOn(badge -> badge.href().equals("/queues/front-office"))
        .singleElement().extracting(Badge::count).satisfies(count -> assertThat(count).isPositive());
  }

  private Customer named(String name) {
    Customer standing = people.customerInGoodStanding();
    return customers.update(standing.id(), standing.version(), new NewCustomer(name, null, null, null));
  }

  private static List<Long> idsOn(String page) {
    return TASK.matcher(page).results().map(found -> Long.parseLong(found.group(1))).toList();
  }

  private String body(String employee, String address) throws Exception {
    return pages.get(employee, address).andReturn().getResponse().getContentAsString();
  }
}
