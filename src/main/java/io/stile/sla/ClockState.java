package io.stile.sla;

/** What a clock is doing at an instant. Whether it is late is a question of its own: each of these may be late or not, except the first. */
public enum ClockState {
  /** Before its first fact. */
  NOT_STARTED,
  /** Counting whenever the calendar is open. */
  RUNNING,
  /** Not counting until it is resumed. */
  PAUSED,
  /** Done; nothing changes any more. */
  MET
}
