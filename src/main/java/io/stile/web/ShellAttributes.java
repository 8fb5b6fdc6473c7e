package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@code viewer}, {@code now} and {@code shell} into the model of each page. */
@ControllerAdvice
final class ShellAttributes {

  private final Shell shell;

  ShellAttributes(Shell shell) {
    this.shell = shell;
  }

  @ModelAttribute
  void add(Model model, HttpServletRequest request) {
    model.addAllAttributes(shell.attributes(request));
  }
}
