package io.stile.desk;

import io.stile.customer.Customer;
import io.stile.customer.CustomerMatch;
import io.stile.customer.Customers;
import io.stile.customer.Interaction.Channel;
import io.stile.customer.Interaction.Direction;
import io.stile.customer.NewCustomer;
import io.stile.customer.NewInteraction;
import io.stile.customer.PhoneNumbers;
import io.stile.engine.UnitOfWork;
import io.stile.promise.CallBacks;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Voicemails and missed calls. Each becomes a promise of whoever logs it to call back: on the customer's open request, the
 * newest one, or on one of its own; a number that is nobody's becomes a customer, who can be corrected later.
 */
@Service
public class MissedCalls {

  private static final String TYPE = "call-back";
  private static final int MOST = 8;
  private static final int LONGEST_ABOUT = 120;

  private final Customers customers;
  private final PhoneNumbers phones;
  private final Requests requests;
  private final ContactLog contacts;
  private final CallBacks callBacks;
  private final UnitOfWork unitOfWork;

  MissedCalls(Customers customers, PhoneNumbers phones, Requests requests, ContactLog contacts, CallBacks callBacks,
      UnitOfWork unitOfWork) {
    this.customers = customers;
    this.phones = phones;
    this.requests = requests;
    this.contacts = contacts;
    this.callBacks = callBacks;
    this.unitOfWork = unitOfWork;
  }

  /** The customers whom a caller can be: the sure ones, and if there are none, those who may be meant. */
  public List<CustomerMatch> callers(String typed) {
    List<CustomerMatch> found = typed == null || typed.isBlank() ? List.of() : customers.find(typed.strip(), MOST);
    List<CustomerMatch> sure = found.stream().filter(CustomerMatch::isSure).toList();
    return sure.isEmpty() ? found : sure;
  }

  /** Whether something is a whole phone number. */
  public boolean isNumber(String typed) {
    return phones.e164(typed).isPresent();
  }

  /**
   * Logs it.
   *
   * @return the request on which the call back is promised
   * @throws io.stile.promise.PromiseRefused if the number or the time cannot be accepted
   * @throws RequestRefused if neither a customer nor a number is known
   */
  public Request log(MissedCall call) {
    return unitOfWork.of(() -> {
      long customer = call.customer() == null ? newCustomer(call.phone()).id() : call.customer();
      return requests.ofCustomer(customer, MOST).stream().filter(Request::isOpen).findFirst()
          .map(open -> promiseOn(open, call)).orElseGet(() -> open(customer, call));
    });
  }

  private Customer newCustomer(String phone) {
    String number = phones.e164(phone).orElseThrow(() -> RequestRefused.invalid("caller",
        "'%.60s' is neither a phone number nor a customer; expected one like +49 30 12345.".formatted(phone)));
    return customers.add(new NewCustomer("Caller " + phones.written(number), number, null, null));
  }

  private Request promiseOn(Request open, MissedCall call) {
    contacts.log(new NewInteraction(open.customer(), open.number().value(), call.channel(), Direction.IN, call.by(), said(call)));
    callBacks.promise(open, about(call), null, call.until(), call.phone(), call.by());
    return open;
  }

  private Request open(long customer, MissedCall call) {
    Map<String, Object> answers = new HashMap<>();
    answers.put("phone", call.phone());
    answers.put("about", about(call));
    answers.put("callUntil", text(call.until()));
    answers.values().removeIf(value -> value == null || value.toString().isBlank());
    return requests.open(new Opening(TYPE, customer, call.by(), call.channel(), said(call), null, answers));
  }

  private static String text(Instant until) {
    return until == null ? null : until.atOffset(ZoneOffset.UTC).toString();
  }

  private static String said(MissedCall call) {
    return call.said() != null && !call.said().isBlank() ? call.said()
        : call.channel() == Channel.VOICEMAIL ? "Left a message." : "Called and reached nobody.";
  }

  /** The first line of the message says what it is about. */
  private static String about(MissedCall call) {
    String first = call.said() == null ? "" : call.said().strip().lines().findFirst().orElse("").strip();
    return first.length() <= LONGEST_ABOUT ? first : first.substring(0, LONGEST_ABOUT - 1) + "…";
  }
}
