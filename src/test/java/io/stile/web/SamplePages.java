package io.stile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages like those of the modules, to try the shell with. */
@Controller
@Profile("sample")
@PreAuthorize("hasRole('EMPLOYEE')")
class SamplePages {

  record Row(Instant due, String state, int used, String task, String request, String customer, String assignee) {}

  @GetMapping("/")
  String work(Model model) {
    model.addAttribute("rows", List.of(
        row(-180, "late", 100, "Reserve the handset", "SR-1000426", "Ada Stone", null),
        row(-40, "late", 100, "Decide what to do about the late step", "SR-1000418", "Priya Osei", "Mara Klein"),
        row(70, "warn", 86, "Change plan and data option", "SR-1000434", "Lena Brandt", "Jonas Hale"),
        row(150, "ok", 52, "Activate SIM and move the number", "SR-1000442", "Tom Varga", null),
        row(1700, "ok", 12, "Call the customer to confirm that it works", "SR-1000450", "Kofi Mensah", "Mara Klein")));
    return "sample/work";
  }

  @GetMapping("/tasks/7")
  String task(Model model) {
    model.addAttribute("problems", List.of());
    model.addAttribute("answers", Map.of("holder", "Ada Stone", "swap", "ship"));
    return "sample/task";
  }

  @PostMapping("/tasks/7")
  String complete(@RequestParam String answers, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    if (answers.contains("Reject")) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("problems", List.of(new FieldProblem("holder", "A name of the contract is expected, not \"Reject\"."),
          new FieldProblem("parts.0.serial", "Nine digits are expected."), new FieldProblem("gone", "This field no longer exists.")));
      model.addAttribute("answers", Map.of("holder", "Reject", "swap", "ship", "parts", List.of(Map.of("serial", "12"))));
      return "sample/task";
    }
    redirect.addFlashAttribute("message", "Sent: " + answers);
    return "redirect:/requests/SR-1000426";
  }

  @PostMapping("/tasks/7/claim")
  String claim() {
    return "sample/request :: claimed";
  }

  @GetMapping("/requests/{number}")
  String request(@PathVariable String number) {
    return "sample/request";
  }

  @GetMapping("/conflict")
  String conflict() {
    throw Refusal.conflict("Jonas Hale has completed this task at 11:20.");
  }

  @GetMapping("/broken")
  String broken() {
    throw new IllegalStateException("secret of the house");
  }

  @GetMapping("/broken-template")
  String brokenTemplate() {
    return "sample/broken";
  }

  @GetMapping("/administrators")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  String administrators() {
    return "sample/request";
  }

  @GetMapping("/api/v1/conflict")
  @ResponseBody
  String programConflict() {
    throw new ArithmeticException();
  }

  @GetMapping("/api/v1/invalid")
  @ResponseBody
  String programInvalid() {
    throw Refusal.invalid("phone", "A phone number is expected, not \"abc\".");
  }

  @GetMapping("/api/v1/viewer")
  @ResponseBody
  Viewer programViewer(Viewer viewer) {
    return viewer;
  }

  @GetMapping("/models/new-starter.bpmn")
  @ResponseBody
  ResponseEntity<Resource> model() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(new ClassPathResource("sample/new-starter.bpmn"));
  }

  private static Row row(int minutes, String state, int used, String task, String request, String customer, String assignee) {
    return new Row(ShellFixture.NOW.plus(Duration.ofMinutes(minutes)), state, used, task, request, customer, assignee);
  }
}
