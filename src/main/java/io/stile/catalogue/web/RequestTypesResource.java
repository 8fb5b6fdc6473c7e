package io.stile.catalogue.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.RawValue;
import io.stile.catalogue.Forms;
import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Request types for programs. */
@RestController
@RequestMapping("/api/v1/request-types")
@PreAuthorize("hasRole('EMPLOYEE')")
class RequestTypesResource {

  private final RequestTypes types;
  private final Forms forms;

  RequestTypesResource(RequestTypes types, Forms forms) {
    this.types = types;
    this.forms = forms;
  }

  /**
   * A type in a list.
   *
   * @param key names it when a request is opened
   * @param name what people call it
   * @param promise by when it is done, an ISO 8601 amount of open hours or business days
   * @param processOwner sign-in name of the employee who is accountable for its model
   * @param version number of the published version of its model
   * @param asksVerification whether the caller is to be verified when it is opened
   */
  record TypeLine(String key, String name, String promise, String processOwner, int version, boolean asksVerification) {

    static TypeLine of(RequestType type) {
      return new TypeLine(type.key(), type.name(), type.promise().toString(), type.processOwner(),
          type.model().number(), type.asksVerification());
    }
  }

  /**
   * A type with its start form.
   *
   * @param guide for the person on the phone; null if there is none
   * @param startForm the form-js schema; null if it has no form
   */
  record TypeDetail(@JsonUnwrapped TypeLine type, String guide, @Schema(implementation = Object.class) RawValue startForm) {}

  /** The types of which a request can be opened, by name. */
  @GetMapping
  Part<TypeLine> list() {
    return Part.whole(types.forCustomers().stream().map(TypeLine::of).toList());
  }

  /**
   * A type with its start form.
   *
   * @param key of the type, for example {@code phone-swap}
   */
  @GetMapping("/{key}")
  TypeDetail show(@PathVariable String key) {
    RequestType type = types.byKey(key).orElseThrow(() -> Refusal.notFound("request type '" + key + "'"));
    RawValue form = type.model().startForm() == null ? null
        : new RawValue(forms.form(type.model().version(), type.model().startForm()).json());
    return new TypeDetail(TypeLine.of(type), type.guide(), form);
  }
}
