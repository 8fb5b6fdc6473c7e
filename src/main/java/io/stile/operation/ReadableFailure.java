package io.stile.operation;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Writes why Stile does not start to the error output, for the person who starts it: the log of production is JSON, in which a list
 * becomes one endless line. Elsewhere the log itself can be read.
 */
final class ReadableFailure implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    if (analysis.getCause() instanceof StartRefused) {
      System.err.printf("%nStile does not start.%n%n%s%n%n%s%n%n", analysis.getDescription(), analysis.getAction());
    }
  }
}
