package io.stile.grant;

import io.stile.form.FieldProblem;
import io.stile.form.FieldProblem.Code;
import io.stile.request.AnswersRefused;
import java.util.List;

/**
 * Money is not granted as asked; the message says how much would be possible. To whoever filled in the form it is an
 * answer that was not accepted: he sees it beside the amount, and keeps what he typed.
 */
public class GrantRefused extends AnswersRefused {

  GrantRefused(String field, Code code, String message) {
    super(List.of(new FieldProblem(field, "Amount", message, code)));
  }
}
