package io.stile.desk.web;

import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes lines of requests, with one look for the promises of them all. */
@Component
class RequestLines {

  private final Promises promises;
  private final RepeatContacts repeatContacts;

  RequestLines(Promises promises, RepeatContacts repeatContacts) {
    this.repeatContacts = repeatContacts;
    this.promises = promises;
  }

  List<RequestLine> of(List<Request> requests) {
    List<String> numbers = requests.stream().map(request -> request.number().value()).toList();
    Map<String, Promise> known = promises.promisesOf(numbers);
    Map<String, Integer> repeats = repeatContacts.of(numbers);
    return requests.stream().map(request -> RequestLine.of(request, known.get(request.number().value()),
        repeats.getOrDefault(request.number().value(), 0))).toList();
  }
}
