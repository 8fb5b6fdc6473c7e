package io.stile.work;

import io.stile.request.OwnerChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the owner is one of the two between whom a task was returned, his voice is the new one's when the owner changes. */
@Component
class VoiceOfOwner {

  private final ReturnTable table;
  private final TargetTasks targets;

  VoiceOfOwner(ReturnTable table, TargetTasks targets) {
    this.table = table;
    this.targets = targets;
  }

  @EventListener
  void on(OwnerChanged change) {
    table.disputedOf(change.number()).forEach(disputed ->
        targets.follow(JointDecision.PROCESS, String.valueOf(disputed.id()), change.by()));
  }
}
