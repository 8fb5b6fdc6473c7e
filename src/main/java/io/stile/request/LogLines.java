package io.stile.request;

import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Names, in the lines of the log, the request that they are about: as {@code request}, like the engine and the pages do. During a call of a
 * browser or program until the call ends, because what is refused is told after its transaction; elsewhere until the transaction ends.
 */
final class LogLines {

  private static final String REQUEST = "request";
  /** Set by the shell, which clears up when the call ends. */
  private static final String CALL = "correlation";

  private LogLines() {}

  static void concern(String number) {
    String before = MDC.get(REQUEST);
    if (number.equals(before)) {
      return;
    }
    MDC.put(REQUEST, number);
    if (MDC.get(CALL) == null && TransactionSynchronizationManager.isSynchronizationActive() && !isRestoredAfterwards()) {
      TransactionSynchronizationManager.registerSynchronization(new Ending(before));
    }
  }

  /** A transaction can concern several requests; what stood there before the first one comes back. */
  private static boolean isRestoredAfterwards() {
    return TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Ending.class::isInstance);
  }

  private record Ending(String before) implements TransactionSynchronization {

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.registerSynchronization(new Restoring(before));
    }
  }

  /** Registered last, so that it comes after the listeners: what they do in other threads belongs to the request, too. */
  private record Restoring(String before) implements TransactionSynchronization {

    @Override
    public void afterCompletion(int status) {
      restore(before);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      MDC.remove(REQUEST);
    } else {
      MDC.put(REQUEST, before);
    }
  }
}
