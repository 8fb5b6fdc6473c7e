package io.stile.desk.web;

import io.stile.engine.UnitOfWork;
import io.stile.web.Viewer;
import io.stile.work.Claims;
import io.stile.work.TakeBack;
import io.stile.work.Task;
import io.stile.work.TaskLookup;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody goes from a task that is done: first to the next step of the same request, if that is his, too. */
@Component
class WayOn {

  /** Flash attribute: a step of the same request that he could claim. */
  static final String OFFER = "offer";

  /** A step that waits. */
  record Offer(long id, String name) implements Serializable {}

  private final TaskLookup tasks;
  private final Claims claims;
  private final TakeBack takeBack;
  private final UnitOfWork unitOfWork;

  WayOn(TaskLookup tasks, Claims claims, TakeBack takeBack, UnitOfWork unitOfWork) {
    this.tasks = tasks;
    this.claims = claims;
    this.takeBack = takeBack;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What can be undone at once, offered beside the message: flash attribute {@code undo}.
   *
   * @param address to which it is posted
   * @param label   of the button
   */
  record Undo(String address, String label) implements Serializable {}

  /** Goes on from a task that the viewer has completed. */
  String from(Task done, AfterTask then, Viewer viewer, RedirectAttributes redirect) {
    String told = "“%s” is done.".formatted(done.name());
    if (takeBack.whyNot(done).isEmpty()) {
      redirect.addFlashAttribute("undo", new Undo("/tasks/%d/take-back".formatted(done.id()), "Take it back"));
    }
    List<Task> following = tasks.liveOf(List.of(done.request())).stream().filter(task -> !task.isWaiting()).toList();
    Optional<Task> mine = following.stream().filter(task -> viewer.signIn().equals(task.assignee())).findFirst();
    if (then == AfterTask.STAY) {
      return to("/tasks/" + done.id(), told, redirect);
    }
    if (mine.isPresent()) {
      return to("/tasks/" + mine.get().id(), told + " This is the next step of the same request, and it is yours.",
          redirect);
    }
    Optional<Task> claimable = following.stream().filter(task -> task.state() == Task.State.OPEN)
        .filter(task -> claims.whyNot(task, viewer.signIn()).isEmpty()).findFirst();
    if (claimable.isPresent()) {
      redirect.addFlashAttribute(OFFER, new Offer(claimable.get().id(), claimable.get().name()));
      return to(then == AfterTask.NEXT ? "/tasks/" + claimable.get().id() : "/",
          told + (then == AfterTask.NEXT ? " The next step of the same request is work of your department, too." : ""),
          redirect);
    }
    return then == AfterTask.NEXT ? next(viewer, redirect, told + " ") : to("/", told, redirect);
  }

  /** Claims the task of the viewer's queues that is due first, and opens it. */
  String next(Viewer viewer, RedirectAttributes redirect, String told) {
    Optional<Task> next = unitOfWork.of(() -> claims.claimNext(viewer.signIn()));
    return next.map(task -> to("/tasks/" + task.id(), told + "“%s” is yours now.".formatted(task.name()), redirect))
        .orElseGet(() -> to("/", told + "Nothing waits in your queues.", redirect));
  }

  private static String to(String place, String message, RedirectAttributes redirect) {
    redirect.addFlashAttribute("message", message);
    return "redirect:" + place;
  }
}
