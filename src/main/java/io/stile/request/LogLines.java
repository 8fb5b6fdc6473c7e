package io.stile.request;

import org.slf4j.MDC;

/** Names, in the lines of the log, the request that they are about: as {@code request}, like the engine and the pages do. */
final class LogLines {

  private static final String REQUEST = "request";

  private LogLines() {}

  /** From here on, until the call, job or listener ends that this thread works on. */
  static void concern(String number) {
    MDC.put(REQUEST, number);
  }
}
