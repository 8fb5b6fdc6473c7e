package io.stile.catalogue;

import io.stile.engine.Model;
import io.stile.sla.Target;

/**
 * A kind of request that customers can have: a published process with its forms.
 *
 * @param key              id of its process, used everywhere: file name, folder of its forms, address
 * @param name             what people read
 * @param model            the published version
 * @param promise          what the customer is promised when a request is opened
 * @param calendar         key of the calendar that the promise counts in
 * @param ownerPolicy      who owns a request of this type
 * @param processOwner     sign-in name of the employee who is accountable for the model
 * @param asksVerification whether the caller must have been verified
 * @param internal         whether it is not for customers but for colleagues, and opened by the platform
 */
public record RequestType(String key, String name, Model model, Target promise, String calendar,
                          OwnerPolicy ownerPolicy, String processOwner, boolean asksVerification, boolean internal) {

  private static final String DEFAULT_CALENDAR = "front-office";

  /**
   * Reads a type from the properties of its process.
   *
   * @throws IllegalArgumentException if a property is missing or wrong; the message names it
   */
  static RequestType of(Model model) {
    return new RequestType(model.process(), model.name(), model, Target.parse(required(model, "promise")),
        model.property("calendar").orElse(DEFAULT_CALENDAR), OwnerPolicy.parse(required(model, "ownerPolicy")),
        required(model, "processOwner"), model.property("verification").filter("required"::equals).isPresent(),
        model.property("kind").filter("internal"::equals).isPresent());
  }

  /** Whether a process is a request type; the others are protocols of the platform. */
  static boolean is(Model model) {
    return model.property("promise").isPresent();
  }

  private static String required(Model model, String property) {
    return model.property(property).orElseThrow(() -> new IllegalArgumentException(
        "The process '%s' has no property '%s'".formatted(model.process(), property)));
  }

  /** What to ask and what to say while opening a request of this type. */
  public String guide() {
    return model.guide();
  }
}
