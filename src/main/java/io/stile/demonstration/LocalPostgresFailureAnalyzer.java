package io.stile.demonstration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a {@link LocalPostgresFailure} in words instead of a stack trace. */
final class LocalPostgresFailureAnalyzer extends AbstractFailureAnalyzer<LocalPostgresFailure> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, LocalPostgresFailure cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
