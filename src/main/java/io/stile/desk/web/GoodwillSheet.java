package io.stile.desk.web;

import io.stile.grant.Money;
import java.time.Instant;
import java.util.List;

/**
 * What the customer of a request got, and what the viewer may still give.
 *
 * @param left     what the viewer may give at once for this request and this customer in this month
 * @param currency the currency in which something can be given
 * @param lines    what was granted or proposed, oldest first
 * @param approval id of the step in which the viewer can approve what is proposed, or null
 * @param waiting  whether something waits for approval: only one at a time can
 */
record GoodwillSheet(Money left, String currency, List<Line> lines, Long approval, boolean waiting) {

  /**
   * One grant or proposal.
   *
   * @param who    name of whose word it is
   * @param reason why, in words, or null
   * @param chip   what became of it, in a word or two; null for what was granted
   * @param words  what the approver said, or null
   */
  record Line(Money amount, String who, String reason, String chip, String words, Instant at) {}
}
