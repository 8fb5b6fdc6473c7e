package io.stile.desk.web;

import io.stile.promise.Promise;
import io.stile.promise.Promises;
import io.stile.request.Request;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes lines of requests, with one look for the promises of them all. */
@Component
class RequestLines {

  private final Promises promises;

  RequestLines(Promises promises) {
    this.promises = promises;
  }

  List<RequestLine> of(List<Request> requests) {
    Map<String, Promise> known = promises.promisesOf(requests.stream().map(request -> request.number().value()).toList());
    return requests.stream().map(request -> RequestLine.of(request, known.get(request.number().value()))).toList();
  }
}
