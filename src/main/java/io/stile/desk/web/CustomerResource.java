package io.stile.desk.web;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.Customers;
import io.stile.customer.Interaction;
import io.stile.customer.NewInteraction;
import io.stile.desk.ContactLog;
import io.stile.request.Request;
import io.stile.request.RequestFilter;
import io.stile.request.RequestLists;
import io.stile.request.RequestNumber;
import io.stile.web.Refusal;
import io.stile.web.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One customer for programs: who he is, what he has, what is open for him, and contacts with him. */
@RestController
@RequestMapping("/api/v1/customers/{id}")
@PreAuthorize("hasRole('EMPLOYEE')")
class CustomerResource {

  private static final int MOST_REQUESTS = 200;

  private final Customers customers;
  private final RequestLists requests;
  private final RequestLines lines;
  private final ContactLog contacts;

  CustomerResource(Customers customers, RequestLists requests, RequestLines lines, ContactLog contacts) {
    this.customers = customers;
    this.requests = requests;
    this.lines = lines;
    this.contacts = contacts;
  }

  /**
   * What a customer has agreed with the company; a fact that nobody knows is null.
   *
   * @param number for example {@code C-204417}
   * @param since the first day; null if unknown
   * @param openBalanceCents what the customer owes, in minor units of the currency; negative is a credit;
   *     null if unknown
   * @param currency ISO 4217, for example {@code EUR}
   * @param deviceClass {@code basic}, {@code standard} or {@code premium}; null if unknown
   * @param phoneNumber the number that the contract gives the customer, in E.164; null if unknown
   */
  record ContractDetail(String number, LocalDate since, Long openBalanceCents, String currency, String deviceClass,
                        String phoneNumber) {}

  /**
   * A customer with everything that is needed on the phone.
   *
   * @param id names the customer
   * @param name of the person or organisation
   * @param phone in E.164; null if unknown
   * @param email null if unknown
   * @param tier {@code standard} or {@code gold}
   * @param createdAt when he became known
   * @param version counts the changes
   * @param contracts oldest first
   * @param requests the open ones, the newest first, at most 200
   */
  record CustomerDetail(long id, String name, String phone, String email, String tier, Instant createdAt, int version,
                        List<ContractDetail> contracts, List<RequestLine> requests) {}

  /**
   * A contact to be kept, as of now.
   *
   * @param channel {@code phone}, {@code mail}, {@code shop}, {@code chat}, {@code letter}, {@code voicemail} or {@code missed-call}
   * @param direction {@code in} when the customer came to us, {@code out} when we went to him
   * @param said what was said
   * @param request number of the request that it is about, which is open or has ended less than 30 days ago; left out if it
   *     is about none
   */
  record NewContact(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String channel,
                    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String direction,
                    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String said, String request) {}

  /**
   * A contact that is kept.
   *
   * @param id names the contact
   * @param customer id of the customer
   * @param request number of the request that it is about; null if it is about none
   * @param channel {@code phone}, {@code mail}, {@code shop}, {@code chat}, {@code letter}, {@code voicemail} or {@code missed-call}
   * @param direction {@code in} when the customer came to us, {@code out} when we went to him
   * @param at when it was
   * @param employee sign-in name of who spoke with the customer
   * @param said what was said
   */
  record Contact(long id, long customer, String request, String channel, String direction, Instant at, String employee,
                 String said) {}

  /**
   * A customer with everything that is needed on the phone.
   *
   * @param id of the customer
   */
  @GetMapping
  CustomerDetail show(@PathVariable long id) {
    Customer customer = customers.byId(id).orElseThrow(() -> Refusal.notFound("customer " + id));
    RequestFilter open = new RequestFilter(Request.State.OPEN, null, id, null, null);
    return new CustomerDetail(customer.id(), customer.name(), customer.phone(), customer.email(),
        Words.of(customer.tier()), customer.createdAt(), customer.version(),
        customers.contractsOf(id).stream().map(CustomerResource::contract).toList(),
        lines.of(requests.page(open, null, MOST_REQUESTS).items()));
  }

  /**
   * Keeps a contact with a customer, as of now; one about a request stands in its journal, too.
   *
   * @param id of the customer
   */
  @PostMapping("/interactions")
  @ResponseStatus(HttpStatus.CREATED)
  Contact log(@PathVariable long id, @RequestBody NewContact sent, Authentication asker) {
    customers.byId(id).orElseThrow(() -> Refusal.notFound("customer " + id));
    Interaction kept = contacts.log(new NewInteraction(id, number(sent.request()),
        required("channel", Interaction.Channel.class, sent.channel()),
        required("direction", Interaction.Direction.class, sent.direction()), asker.getName(), sent.said()));
    return new Contact(kept.id(), kept.customer(), kept.requestNumber(), Words.of(kept.channel()),
        Words.of(kept.direction()), kept.at(), kept.employee(), kept.said());
  }

  private static String number(String typed) {
    return typed == null || typed.isBlank() ? null : RequestNumber.parse(typed).map(RequestNumber::value)
        .orElseThrow(() -> Refusal.invalid("request", "'%s' is no request number; expected one like SR-1000426."
            .formatted(typed)));
  }

  private static <E extends Enum<E>> E required(String field, Class<E> type, String word) {
    return Words.parse(field, type, word == null || word.isBlank() ? "nothing" : word);
  }

  private static ContractDetail contract(Contract contract) {
    return new ContractDetail(contract.number(), contract.since(), contract.openBalanceCents(), contract.currency(),
        Words.of(contract.deviceClass()), contract.phoneNumber());
  }
}
