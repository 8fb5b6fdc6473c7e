package io.stile.desk.web;

import io.stile.consult.ConsultMarks;
import io.stile.consult.ConsultReader;
import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes lines of requests, with one look each for the promises and the questions of them all. */
@Component
class RequestLines {

  private final Promises promises;
  private final RepeatContacts repeatContacts;
  private final ConsultReader consults;

  RequestLines(Promises promises, RepeatContacts repeatContacts, ConsultReader consults) {
    this.repeatContacts = repeatContacts;
    this.promises = promises;
    this.consults = consults;
  }

  List<RequestLine> of(List<Request> requests) {
    List<String> numbers = requests.stream().map(request -> request.number().value()).toList();
    Map<String, Promise> known = promises.promisesOf(numbers);
    Map<String, Integer> repeats = repeatContacts.of(numbers);
    Map<String, ConsultMarks> marks = consults.marksOf(numbers);
    return requests.stream().map(request -> RequestLine.of(request, known.get(request.number().value()),
        marks.getOrDefault(request.number().value(), ConsultMarks.NONE), repeats.getOrDefault(request.number().value(), 0))).toList();
  }
}
