package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of people: each browser in which somebody is signed in has one, on all nodes together. */
@Component
public class Sessions {

  private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept;
  private final SignedInSession present;

  Sessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept, SignedInSession present) {
    this.kept = kept;
    this.present = present;
  }

  /** In how many other browsers the person of this request is signed in. */
  public int elsewhere(String signIn, HttpServletRequest request) {
    return (int) of(signIn).entrySet().stream()
        .filter(session -> !session.getValue().isExpired()).map(Map.Entry::getKey).filter(others(request)).count();
  }

  /** Signs somebody out everywhere but in the browser of this request. */
  public void endElsewhere(String signIn, HttpServletRequest request) {
    of(signIn).keySet().stream().filter(others(request)).forEach(this::end);
  }

  /** Signs somebody out everywhere. */
  public void endEverywhere(String signIn) {
    of(signIn).keySet().forEach(this::end);
  }

  /** Signs somebody out who has just changed his password, but in the browser of this request: there he goes on, under a new id. */
  public void goOnOnlyHere(String signIn, HttpServletRequest request) {
    endElsewhere(signIn, request);
    present.goOn(request);
  }

  private Map<String, ? extends Session> of(String signIn) {
    FindByIndexNameSessionRepository<? extends Session> sessions = kept.getIfAvailable();
    return sessions == null ? Map.of() : sessions.findByPrincipalName(signIn);
  }

  private void end(String id) {
    kept.ifAvailable(sessions -> sessions.deleteById(id));
  }

  private static Predicate<String> others(HttpServletRequest request) {
    HttpSession own = request.getSession(false);
    return id -> own == null || !id.equals(own.getId());
  }
}
