package io.stile.web;

/**
 * A card on the index page of administration, {@value #INDEX}. Each bean of this type is one; a {@link Badge} with the same address
 * shows its count there, too.
 *
 * @param title one or two words, the heading of the page that it leads to
 * @param href where it leads, from the root: {@code /admin/mail}
 * @param icon a name in {@code src/main/frontend/icons.txt}
 * @param text what is done there, in a sentence
 * @param order entries below {@value #RUNNING} set the company up; those from there on look after the running service
 */
public record AdminEntry(String title, String href, String icon, String text, int order) {

  /** Address of the index page. */
  public static final String INDEX = "/admin";

  /** From this order on entries are about looking after the running service. */
  public static final int RUNNING = 100;
}
