package io.stile.web;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Notes in every transaction that a call with a key commits that its work is done. So the note and the work are there both or
 * not at all: a node that is killed between commit and answer does not make a repeated call do the work twice.
 */
@Component
class IdempotentWork implements TransactionExecutionListener {

  private final ThreadLocal<IdempotentCall> present = new ThreadLocal<>();
  private final IdempotencyTable table;

  IdempotentWork(IdempotencyTable table) {
    this.table = table;
  }

  /** What this thread does from now on belongs to the call. */
  void begin(IdempotentCall call) {
    present.set(call);
  }

  void end() {
    present.remove();
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    IdempotentCall call = present.get();
    if (call != null && !transaction.isReadOnly() && !table.markWorked(call)) {
      throw new Refusal(Problem.conflict("This call took so long that a repeated one has taken its place.")
          .as("idempotency-key-in-use"));
    }
  }
}
