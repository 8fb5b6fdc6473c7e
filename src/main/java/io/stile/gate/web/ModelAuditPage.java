package io.stile.gate.web;

import io.stile.gate.AuditedModel;
import io.stile.gate.ModelAudit;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the gate would refuse of what is published already. */
@Controller
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class ModelAuditPage {

  static final String HREF = "/studio/audit";

  private final ModelAudit audit;

  ModelAuditPage(ModelAudit audit) {
    this.audit = audit;
  }

  @GetMapping(HREF)
  String show(Model page) {
    List<AuditedModel> audited = audit.audit();
    List<AuditLine> lines = audited.stream().flatMap(model -> AuditLine.of(model).stream()).toList();
    page.addAttribute("checked", audited.size());
    page.addAttribute("models", audited.stream().filter(model -> !model.findings().isEmpty()).toList());
    page.addAttribute("lines", lines);
    return "gate/audit";
  }
}
