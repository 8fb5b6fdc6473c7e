package io.stile.survival;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the people of a load were told, and what they were not told any more.
 *
 * @param openings  the calls that open requests, by their key
 * @param opened    number of the request by the key of the call that was answered
 * @param claimed   who was told that he has the task
 * @param completed who was told that he has completed the task
 * @param withdrawn numbers of the requests that are said to be withdrawn
 * @param failures  answers that say that we failed (5xx); there must be none
 */
record Ledger(Map<String, Opening> openings, Map<String, String> opened, Map<Long, String> claimed, Map<Long, String> completed,
              List<String> withdrawn, List<String> failures) {

  /** A call that opens a request. */
  record Opening(String employee, Map<String, ?> body) {}

  Ledger() {
    this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(),
        new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
  }

  /** How many were told that what they wanted is done. */
  int answers() {
    return opened.size() + claimed.size() + completed.size() + withdrawn.size();
  }

  @Override
  public String toString() {
    return "%d opened, %d openings without answer, %d claimed, %d completed, %d withdrawn".formatted(opened.size(),
        openings.size() - opened.size(), claimed.size(), completed.size(), withdrawn.size());
  }
}
