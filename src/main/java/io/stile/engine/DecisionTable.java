package io.stile.engine;

import java.util.List;

/**
 * A decision table as it is read: from top to bottom, the first rule that fits decides.
 *
 * @param id      by which models name it
 * @param about   what it decides; may be empty
 * @param inputs  what it asks for, in the order of the columns
 * @param result  what it answers
 */
public record DecisionTable(String id, String name, String about, List<String> inputs, String result, List<Rule> rules) {

  /**
   * One row.
   *
   * @param conditions one for each input, in FEEL; empty where anything fits
   * @param result     in FEEL
   * @param reason     why, in words; may be empty
   */
  public record Rule(List<String> conditions, String result, String reason) {}
}
