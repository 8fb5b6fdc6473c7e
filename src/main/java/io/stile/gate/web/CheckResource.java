package io.stile.gate.web;

import io.stile.gate.Finding;
import io.stile.gate.Kind;
import io.stile.gate.TimedChecks;
import io.stile.gate.Verdict;
import io.stile.web.Refusal;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checks a file for programs, such as those that keep models in a repository of their own. */
@RestController
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'ADMINISTRATOR')")
class CheckResource {

  static final String PATH = "/api/v1/studio/check";
  /** One byte more than the gate reads tells it that a file is too large. */
  private static final int MOST_BYTES = 1_000_001;

  private final TimedChecks checks;

  CheckResource(TimedChecks checks) {
    this.checks = checks;
  }

  /**
   * What the gate says of a file.
   *
   * @param accepted whether it can do no harm and can run; it may be published if there are no findings at all
   * @param findings all that is wrong with it, at most 200, in the order of the file
   */
  record Checked(boolean accepted, List<Finding> findings) {

    static Checked of(Verdict verdict) {
      return new Checked(verdict.accepted(), verdict.findings());
    }
  }

  /**
   * Checks a file and changes nothing. Whatever it is, the answer comes within two seconds. What the file says of other files is compared with those that
   * were published last.
   *
   * @param kind what the file is: bpmn, dmn or form
   */
  @PostMapping(PATH)
  @RequestBody(description = "The file itself, of any media type; at most one megabyte is read", required = true,
      content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
  Checked check(@RequestParam @Parameter(schema = @Schema(allowableValues = {"bpmn", "dmn", "form"})) String kind,
      @Parameter(hidden = true) HttpServletRequest request) throws IOException {
    Kind known = Kind.ofWord(kind).orElseThrow(() -> Refusal.invalid("kind", "Expected bpmn, dmn or form, not '%s'.".formatted(kind)));
    return Checked.of(checks.check(known, request.getInputStream().readNBytes(MOST_BYTES)));
  }
}
