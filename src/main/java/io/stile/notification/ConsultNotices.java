package io.stile.notification;

import io.stile.consult.QuestionAnswered;
import io.stile.consult.QuestionAsked;
import io.stile.consult.QuestionNews;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what happened to questions into notices, after it has been committed; an event that is delivered twice makes one row. */
@Component
class ConsultNotices {

  private final Notices notices;
  private final Organisation organisation;

  ConsultNotices(Notices notices, Organisation organisation) {
    this.notices = notices;
    this.organisation = organisation;
  }

  @ApplicationModuleListener
  void on(QuestionAsked asked) {
    notices.tell("asked:%d:%s".formatted(asked.consult(), asked.at()), asked.employee(), "asked", asked.request(), asked.task(),
        "%s asks you: %s".formatted(nameOf(asked.asker()), asked.question()), asked.at());
  }

  @ApplicationModuleListener
  void on(QuestionAnswered answered) {
    String text = "%s answered: %s".formatted(nameOf(answered.by()), answered.answer());
    answered.tell().forEach(employee -> notices.tell("answered:%d".formatted(answered.consult()), employee, "answered",
        answered.request(), answered.task(), text, answered.at()));
  }

  @ApplicationModuleListener
  void on(QuestionNews news) {
    notices.tell("question:%d:%s:%s".formatted(news.consult(), news.what(), news.at()), news.employee(),
        news.what().equals("late") || news.what().equals("unanswered") ? "late" : "asked", news.request(), news.task(),
        news.text(), news.at());
  }

  private String nameOf(String employee) {
    return organisation.employee(employee).map(Employee::name).orElse(employee);
  }
}
