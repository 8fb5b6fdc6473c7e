package io.stile.consult;

import io.stile.request.RequestClosed;
import io.stile.work.Task;
import io.stile.work.TaskEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends questions with the task or the request that they were asked for, in the same transaction. */
@Component
class ConsultEnds {

  private final ConsultTable table;
  private final Consults consults;

  ConsultEnds(ConsultTable table, Consults consults) {
    this.table = table;
    this.consults = consults;
  }

  @EventListener
  void on(TaskEnded ended) {
    String why = ended.state() == Task.State.DONE ? "“%s” is done" : "“%s” is not needed any more";
    table.openOfTask(ended.task()).forEach(consult -> consults.drop(consult, why.formatted(ended.name())));
  }

  @EventListener
  void on(RequestClosed closed) {
    String why = closed.withdrawn() ? "the request was withdrawn" : "the request is closed";
    table.ofRequest(closed.number()).stream().filter(Consult::isOpen).forEach(consult -> consults.drop(consult, why));
  }
}
