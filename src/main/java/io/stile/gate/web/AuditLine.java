package io.stile.gate.web;

import io.stile.gate.AuditedModel;
import io.stile.gate.Finding;
import io.stile.gate.Severity;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Something that the gate would refuse of what is published already.
 *
 * @param model    id of the process, or of the table that stands alone
 * @param version  number of the version that it is in
 * @param newest   whether new requests start on that version
 * @param running  how many processes run on that version
 * @param file     the file that it is in
 * @param name     the place as people call it: {@code Step “Reserve the handset”, department}
 * @param element  id of the element that it concerns
 * @param place    where in the element; empty for the element as a whole
 * @param rule     key of the rule
 * @param severity always safety: what is only not good keeps running
 * @param message  what was found and what to do instead
 * @param href     where it can be looked at, from the root
 */
record AuditLine(String model, int version, boolean newest, int running, String file, String name, String element, String place, String rule, Severity severity,
    String message, String href) {

  static List<AuditLine> of(AuditedModel audited) {
    return audited.findings().stream().map(found -> of(audited, found)).toList();
  }

  private static AuditLine of(AuditedModel audited, AuditedModel.AuditedFinding found) {
    Finding finding = found.finding();
    return new AuditLine(audited.model(), audited.number(), audited.newest(), audited.running(), found.path(), found.name(), finding.element(), finding.place(),
        finding.rule(), finding.severity(), finding.message(), href(audited, found));
  }

  /** The version that it is in, where the drawing shows the element. */
  private static String href(AuditedModel audited, AuditedModel.AuditedFinding found) {
    return UriComponentsBuilder.fromPath("/studio/{model}/versions/{version}").queryParam("element", "{element}").encode()
        .build(audited.model(), audited.number(), found.finding().element()).toString();
  }
}
