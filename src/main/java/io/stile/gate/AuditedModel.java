package io.stile.gate;

import java.util.List;

/**
 * A version that is published, and what the gate would say if it came today.
 *
 * @param model    id of the process, or of the table that stands alone
 * @param name     what people call it
 * @param number   number of the version
 * @param newest   whether it is the one that new requests start on
 * @param running  how many processes run on it
 * @param findings what the gate would refuse; empty if nothing
 */
public record AuditedModel(String model, String name, int number, boolean newest, int running, List<AuditedFinding> findings) {

  /**
   * Something that the gate would refuse.
   *
   * @param path the file that it is in
   * @param name its place as people call it
   */
  public record AuditedFinding(String path, Finding finding, String name) {}
}
