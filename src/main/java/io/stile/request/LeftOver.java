package io.stile.request;

/** What becomes of the promises to the customer that are open when he withdraws his request. */
public enum LeftOver {
  /** They are kept nevertheless: the request stays open until the last of them is settled. */
  KEEP,
  /** Nobody needs them any more, for the reason of the withdrawal. */
  DROP
}
