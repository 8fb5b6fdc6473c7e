package io.stile.request;

import io.stile.form.FormAnswers;
import io.stile.catalogue.Forms;
import io.stile.catalogue.RequestType;
import io.stile.customer.Contract;
import io.stile.customer.Customers;
import io.stile.engine.Feel;
import io.stile.engine.ModelVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form that opens a request: what it is given to choose from, and the check of what was answered. */
@Component
public class StartForm {

  /** The list of options that every form of a request can have: the customer's contracts. */
  static final String CONTRACTS = "contracts";
  private static final String CONTRACT = "contract";

  private final Forms forms;
  private final Feel feel;
  private final Customers customers;

  StartForm(Forms forms, Feel feel, Customers customers) {
    this.forms = forms;
    this.feel = feel;
    this.customers = customers;
  }

  /** What the form is given for a customer: his contracts to choose from, and the only one if there is just one. */
  public Map<String, Object> given(long customer) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put(CONTRACTS, customers.contractsOf(customer).stream()
        .map(contract -> Map.of("value", contract.number(), "label", label(contract))).toList());
    onlyContractOf(customer).ifPresent(only -> given.put(CONTRACT, only.number()));
    return given;
  }

  private static String label(Contract contract) {
    return contract.phoneNumber() == null ? contract.number() : contract.number() + " · " + contract.phoneNumber();
  }

  /**
   * The answers as they are kept, every field of the form among them. The only contract that a customer has is filled in.
   *
   * @throws AnswersRefused naming every field at fault
   */
  Map<String, Object> accepted(RequestType type, long customer, Map<String, Object> answers) {
    String form = type.model().startForm();
    return form == null ? Map.of() : accepted(type.model().version(), form, customer, answers);
  }

  /** The same with the form of a version. */
  Map<String, Object> accepted(ModelVersion version, String form, long customer, Map<String, Object> answers) {
    FormAnswers checked = forms.form(version, form).check(answers, given(customer), feel);
    if (!checked.problems().isEmpty()) {
      throw new AnswersRefused(checked.problems());
    }
    Map<String, Object> accepted = new LinkedHashMap<>(checked.accepted());
    if (accepted.containsKey(CONTRACT) && accepted.get(CONTRACT) == null) {
      onlyContractOf(customer).ifPresent(only -> accepted.put(CONTRACT, only.number()));
    }
    return accepted;
  }

  /** The contract that a request is about, empty if none was chosen and there is not just one. */
  Optional<Contract> contract(long customer, Map<String, Object> accepted) {
    Object chosen = accepted.get(CONTRACT);
    return chosen == null ? onlyContractOf(customer) : customers.contractsOf(customer).stream()
        .filter(contract -> contract.number().equals(chosen)).findFirst();
  }

  private Optional<Contract> onlyContractOf(long customer) {
    List<Contract> contracts = customers.contractsOf(customer);
    return contracts.size() == 1 ? Optional.of(contracts.get(0)) : Optional.empty();
  }
}
