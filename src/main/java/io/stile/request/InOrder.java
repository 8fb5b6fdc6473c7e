package io.stile.request;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The order in which two requests are taken, so that two people who take the same two never wait for each other. */
final class InOrder {

  private InOrder() {
  }

  /** The one that was opened first, and the other one: by the running number, of which the last digit is no part. */
  static List<String> of(String one, String other) {
    return Stream.of(one, other).sorted(Comparator.comparingLong(InOrder::running)).toList();
  }

  private static long running(String number) {
    return Long.parseLong(number.substring(3)) / 10;
  }
}
