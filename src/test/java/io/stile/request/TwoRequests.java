package io.stile.request;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stile.customer.Customer;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.Interaction;
import io.stile.customer.Interactions;
import io.stile.desk.ContactLog;
import io.stile.engine.Timers;
import io.stile.engine.UnitOfWork;
import io.stile.promise.Promises;
import io.stile.request.Merging.Merge;
import io.stile.testkit.Requesting;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.work.Claims;
import io.stile.work.Completion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two requests of one customer that can be merged, linked and opened again. */
@StileTest
abstract class TwoRequests {

  static final int TIMES = 5;

  @Autowired
  Requesting people;
  @Autowired
  Merging merging;
  @Autowired
  Merges merges;
  @Autowired
  Links links;
  @Autowired
  Reopenings reopenings;
  @Autowired
  RepeatContacts repeatContacts;
  @Autowired
  ContactLog contacts;
  @Autowired
  Interactions interactions;
  @Autowired
  Closing closing;
  @Autowired
  Completion completion;
  @Autowired
  Claims claims;
  @Autowired
  Promises promises;
  @Autowired
  Timers timers;
  @Autowired
  Journal journal;
  @Autowired
  UnitOfWork unitOfWork;
  @Autowired
  TestClock clock;
  @Autowired
  JdbcClient jdbc;

  Customer customer;
  Request one;
  Request other;

  @BeforeEach
  void openTwo() {
    customer = people.customerInGoodStanding();
    one = people.phoneSwap(customer, "front1");
    other = people.phoneSwap(customer, "front2");
  }

  static String number(Request request) {
    return request.number().value();
  }

  Request merge(Request from, Request into, String by) {
    return unitOfWork.of(() -> merging.merge(new Merge(number(from), number(into), "", false), by));
  }

  Interaction log(Request request, String said) {
    return contacts.log(number(request), Channel.PHONE, Direction.IN, "front3", said);
  }

  List<String> saidAbout(Request request) {
    return interactions.ofRequest(number(request)).stream().map(Interaction::said).toList();
  }

  static void assertRefused(String words, Runnable what) {
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(what::run).withMessageContaining(words);
  }
}
