package io.stile.catalogue;

/**
 * Who becomes the owner of a new request.
 *
 * @param department key of the department whose least loaded available member owns it; null: whoever opens it
 */
public record OwnerPolicy(String department) {

  private static final String OPENER = "opener";

  /** Reads {@code opener} or the key of a department. */
  static OwnerPolicy parse(String text) {
    return new OwnerPolicy(text.equals(OPENER) ? null : text);
  }

  /** Whether whoever opens a request owns it. */
  public boolean isOpener() {
    return department == null;
  }
}
