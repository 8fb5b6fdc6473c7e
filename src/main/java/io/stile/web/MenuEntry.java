package io.stile.web;

/**
 * A page in the side bar.
 *
 * @param label one or two words
 * @param href where it leads, from the root: {@code /queues/billing}
 * @param icon a name in {@code src/main/frontend/icons.txt}
 * @param order entries below {@value #RUNNING} are one's own work; those from there on stand below the heading "Run the service"
 * @param key keys that open it, one after the other ({@code "g q"}); null for none
 */
public record MenuEntry(String label, String href, String icon, int order, String key) {

  /** From this order on entries are about running the service. */
  public static final int RUNNING = 100;

  public MenuEntry(String label, String href, String icon, int order) {
    this(label, href, icon, order, null);
  }
}
