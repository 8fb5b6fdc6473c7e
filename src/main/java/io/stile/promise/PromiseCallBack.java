package io.stile.promise;

import io.stile.engine.Action;
import io.stile.engine.ActionCall;
import io.stile.request.Request;
import io.stile.request.Requests;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The action {@code promise-call-back}: has the owner promise to call the customer back. */
@Component
class PromiseCallBack implements Action {

  private final CallBacks callBacks;
  private final Requests requests;

  PromiseCallBack(CallBacks callBacks, Requests requests) {
    this.callBacks = callBacks;
    this.requests = requests;
  }

  @Override
  public String name() {
    return "promise-call-back";
  }

  @Override
  public Set<String> reads() {
    return Set.of("phone", "about", "callFrom", "callUntil");
  }

  @Override
  public Optional<String> effect() {
    return Optional.of("the customer was promised a call back");
  }

  @Override
  public void run(ActionCall call) {
    Request request = requests.byNumber(call.caseKey().value()).orElseThrow();
    callBacks.promise(request, text(call.fact("about")), PromiseActions.instant("callFrom", call),
        PromiseActions.instant("callUntil", call), text(call.fact("phone")), request.owner());
  }

  private static String text(Object fact) {
    return Objects.toString(fact, null);
  }
}
