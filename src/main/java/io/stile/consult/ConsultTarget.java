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

  ConsultTarget(ConsultTable table, Requests requests, Asked asked) {
    this.table = table;
    this.requests = requests;
    this.asked = asked;
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
    Request request = requests.byNumber(consult.request()).orElseThrow();
    return Target.employee(asked.leadOf(consult.target(), request));
  }
}
