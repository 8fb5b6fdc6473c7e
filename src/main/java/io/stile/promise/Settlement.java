package io.stile.promise;

/**
 * What became of a promise.
 *
 * @param state     kept, broken or dropped
 * @param words     what was said or done, or why not; null for none
 * @param unreached whether it counts as kept although nobody was reached
 * @param by        sign-in name of who settled it, or null if the platform did
 */
record Settlement(Promise.State state, String words, boolean unreached, String by) {

  static final String UNREACHED = "Not reached, customer written to";

  static Settlement kept(String words, String by) {
    return new Settlement(Promise.State.KEPT, words, false, by);
  }

  static Settlement unreached(String by) {
    return new Settlement(Promise.State.KEPT, UNREACHED, true, by);
  }

  static Settlement broken(String reason, String by) {
    return new Settlement(Promise.State.BROKEN, reason, false, by);
  }

  static Settlement dropped(String reason, String by) {
    return new Settlement(Promise.State.DROPPED, reason, false, by);
  }

  /** Whether the customer has what he was promised, in person. */
  boolean isReached() {
    return state == Promise.State.KEPT && !unreached;
  }
}
