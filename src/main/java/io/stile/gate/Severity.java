package io.stile.gate;

/** What a finding prevents. */
public enum Severity {
  /** It could do harm or could not run: the file is not accepted. */
  SAFETY,
  /** It runs, but is not good: the file is accepted, and not published. */
  MODELLING
}
