package io.stile.web;

import java.util.List;

/** Thrown by a page or resource that cannot do what it was asked for. What the reader gets is its {@link Problem}. */
public class Refusal extends RuntimeException {

  private final transient Problem problem;

  public Refusal(Problem problem) {
    this(problem, null);
  }

  public Refusal(Problem problem, Throwable cause) {
    super(problem.detail(), cause);
    this.problem = problem;
  }

  /** @param what names it, as somebody looked for it: {@code request SR-1000426} */
  public static Refusal notFound(String what) {
    return new Refusal(Problem.notFound(what));
  }

  /** @param happened what somebody else did meanwhile, in a sentence */
  public static Refusal conflict(String happened) {
    return new Refusal(Problem.conflict(happened));
  }

  /** @param reason why this person may not do it, in a sentence */
  public static Refusal denied(String reason) {
    return new Refusal(Problem.denied(reason));
  }

  public static Refusal invalid(List<FieldProblem> fields) {
    return new Refusal(Problem.invalid(fields));
  }

  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldProblem(field, message)));
  }

  public Problem problem() {
    return problem;
  }
}
