package io.stile.desk.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.stile.catalogue.RequestType;
import io.stile.customer.Customer;
import io.stile.customer.Interaction.Channel;
import io.stile.desk.OpenRequest;
import io.stile.request.Verification.Method;
import io.stile.request.Verification.Result;
import io.stile.web.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the page for a new request shows.
 *
 * @param phone how people write the customer's number, or null
 * @param open  his open requests: perhaps it is about one of them
 * @param types the types to choose from, until one is chosen
 * @param form  the form of the chosen type, or null
 * @param begun what the viewer has begun for this customer and not sent
 */
record NewRequestView(Customer customer, String phone, List<ContractLine> contracts, List<OpenRequest> open, TypeChoice types,
                      Form form, List<DraftLine> begun) {

  /**
   * The form of a chosen type.
   *
   * @param kept     where it is kept while it is typed
   * @param schema   the start form for the viewer, or null if the type has none
   * @param data     what the viewer is given: options, and what was answered before
   * @param promised until when it will be done if it is opened now
   * @param spoken   that instant as it is said to the customer
   * @param why      how it was counted, line by line
   * @param errors   what is wrong with the page's own fields, by field
   * @param problems what is wrong with the answers to the start form
   * @param refused  why it could not be opened as a whole, or null
   * @param similar  what the customer has asked for already that it could be about
   */
  record Form(RequestType type, NewRequestDraft draft, FormDraft kept, Guide guide, JsonNode schema, Map<String, Object> data,
              Instant promised, String spoken, List<String> why, Map<String, String> errors, List<FieldProblem> problems,
              String refused, List<Similar.Line> similar) {

    public List<Method> methods() {
      return List.of(Method.values());
    }

    public List<Result> results() {
      return List.of(Result.values());
    }

    public List<Channel> channels() {
      return Channel.ofCustomers();
    }

    /** The field that the keyboard must be in, or null if the start form has to take it. */
    public String focus() {
      return errors.isEmpty() ? problems.isEmpty() ? "told" : null : errors.keySet().iterator().next();
    }
  }
}
