package io.stile.catalogue;

import java.util.Map;

/** How much of each model is live. Whoever keeps requests and tasks answers. */
public interface LiveWork {

  /** What is live now, by model; a model of which nothing is live is missing. */
  Map<String, Live> byModel();

  /**
   * Numbers of one model.
   *
   * @param open requests that are open; of a protocol those at which it does something
   * @param late how many of them are late
   */
  record Live(int open, int late) {

    /** Nothing is live. */
    public static final Live NONE = new Live(0, 0);

    /** The late ones among the open ones, in percent; 0 if nothing is open. */
    public int lateShare() {
      return open == 0 ? 0 : Math.round(late * 100f / open);
    }
  }
}
