package io.stile.consult;

import io.stile.request.Request;
import io.stile.request.Requests;
import io.stile.work.StepTarget;
import org.springframework.stereotype.Component;

/** Who the steps of a question are for: who is asked, and when he is late, whoever leads him. */
@Component
class ConsultTarget implements StepTarget {

  private final ConsultTable table;
  private final Requests requests;
  private final Asked asked;
  private final Consults consults;

  ConsultTarget(ConsultTable table, Requests requests, Asked asked, Consults consults) {
    this.table = table;
    this.requests = requests;
    this.asked = asked;
    this.consults = consults;
  }

  @Override
  public String process() {
    return Consults.PROCESS;
  }

  @Override
  public Target of(String subject, String step) {
    Consult consult = table.byId(Long.parseLong(subject))
        .orElseThrow(() -> new IllegalArgumentException("There is no question " + subject));
    if (!step.equals(Consults.LEAD_STEP)) {
      return consult.target();
    }
    return Target.employee(leadOf(consult));
  }

  /** What somebody who leaves was asked, whoever leads him is asked. */
  @Override
  public boolean passOn(String subject, String step, String from, String by) {
    Consult consult = table.byId(Long.parseLong(subject)).orElseThrow();
    String lead = leadOf(consult);
    if (lead.equals(from) || lead.equals(consult.asker())) {
      return false;
    }
    if (!step.equals(Consults.LEAD_STEP)) {
      consults.give(consult, Target.employee(lead), "Whoever was asked leaves us", by);
    }
    return true;
  }

  private String leadOf(Consult consult) {
    Request request = requests.byNumber(consult.request()).orElseThrow();
    return asked.leadOf(consult.target(), request);
  }
}
