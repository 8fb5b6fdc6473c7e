package io.stile.notification;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.request.RequestContacted;
import io.stile.request.RequestMerged;
import io.stile.request.Requests;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the owner of a request what others have heard about it. */
@Component
class ContactNotices {

  private static final int QUOTED = 120;

  private final Notices notices;
  private final Organisation organisation;
  private final Requests requests;

  ContactNotices(Notices notices, Organisation organisation, Requests requests) {
    this.notices = notices;
    this.organisation = organisation;
    this.requests = requests;
  }

  @ApplicationModuleListener
  void on(RequestContacted contact) {
    if (!contact.owner().equals(contact.by())) {
      notices.tell("told:" + contact.contact(), contact.owner(), Notices.CONTACT, contact.number(), null,
          "%s: “%s”".formatted(contact.fromCustomer() ? "The customer got in touch about " + contact.number()
              : name(contact.by()) + " was in touch with the customer of " + contact.number(), quoted(contact.said())),
          contact.at());
    }
  }

  @ApplicationModuleListener
  void on(RequestMerged merged) {
    for (String number : new String[] {merged.number(), merged.into()}) {
      String owner = requests.byNumber(number).orElseThrow().owner();
      if (!owner.equals(merged.by())) {
        notices.tell("merged:%s:%s".formatted(merged.number(), number), owner, "merged", merged.into(), null,
            "%s has merged %s into %s".formatted(name(merged.by()), merged.number(), merged.into()), merged.at());
      }
    }
  }

  private String name(String signIn) {
    return signIn == null ? "Somebody" : organisation.employee(signIn).map(Employee::name).orElse(signIn);
  }

  private static String quoted(String said) {
    String line = said.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= QUOTED ? line : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
