package io.stile.catalogue.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stile.catalogue.Forms;
import io.stile.catalogue.RequestType;
import io.stile.catalogue.RequestTypes;
import io.stile.web.Part;
import io.stile.web.Refusal;
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

  /** A type in a list; {@code promise} is an ISO 8601 amount of open hours or business days. */
  record TypeLine(String key, String name, String promise, String processOwner, int version, boolean asksVerification) {

    static TypeLine of(RequestType type) {
      return new TypeLine(type.key(), type.name(), type.promise().toString(), type.processOwner(),
          type.model().number(), type.asksVerification());
    }
  }

  /** A type with its start form and the guide for the person on the phone. */
  record TypeDetail(@JsonUnwrapped TypeLine type, String guide, @JsonRawValue String startForm) {}

  @GetMapping
  Part<TypeLine> list() {
    return Part.whole(types.all().stream().map(TypeLine::of).toList());
  }

  @GetMapping("/{key}")
  TypeDetail show(@PathVariable String key) {
    RequestType type = types.byKey(key).orElseThrow(() -> Refusal.notFound("request type '" + key + "'"));
    String form = type.model().startForm() == null ? null
        : forms.form(type.model().version(), type.model().startForm()).json();
    return new TypeDetail(TypeLine.of(type), type.guide(), form);
  }
}
