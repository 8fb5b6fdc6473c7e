package io.stile.consult;

import java.util.List;

/**
 * What the questions about an open request mark it with.
 *
 * @param blocking open questions whose answer somebody needs to go on, oldest first
 * @param news     questions whose answer has arrived and that neither owner nor lead has taken note of, oldest first
 */
public record ConsultMarks(List<Consult> blocking, List<Consult> news) {

  /** Nothing to mark. */
  public static final ConsultMarks NONE = new ConsultMarks(List.of(), List.of());

  static ConsultMarks of(List<Consult> consults) {
    return new ConsultMarks(consults.stream().filter(Consult::isOpen).filter(Consult::blocking).toList(),
        consults.stream().filter(Consult::isNews).toList());
  }

  /** Whether the owner has an answer to take note of. */
  public boolean needsAttention() {
    return !news.isEmpty();
  }

  /** Whether there is neither. */
  public boolean isEmpty() {
    return blocking.isEmpty() && news.isEmpty();
  }
}
