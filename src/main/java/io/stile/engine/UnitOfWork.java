package io.stile.engine;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a whole unit of work in one transaction and repeats it once when somebody else was faster. Only the outermost
 * caller may do so: a part of a transaction cannot be repeated.
 */
@Component
public class UnitOfWork {

  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;

  UnitOfWork(TransactionTemplate transaction) {
    this.transaction = transaction;
    snapshot = new TransactionTemplate(transaction.getTransactionManager());
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /**
   * The result of the work.
   *
   * @throws ConcurrentChange if somebody else was faster twice
   */
  public <T> T of(Supplier<T> work) {
    try {
      return once(work);
    } catch (ConcurrentChange | ConcurrencyFailureException first) {
      return once(work);
    }
  }

  /** Like {@link #of(Supplier)}, for work without a result. */
  public void run(Runnable work) {
    of(() -> {
      work.run();
      return null;
    });
  }

  /**
   * What several reads find at one instant: between them nobody completes a task, ends a process or moves a date. Must not
   * write.
   */
  public <T> T snapshot(Supplier<T> reads) {
    return snapshot.execute(status -> reads.get());
  }

  private <T> T once(Supplier<T> work) {
    try {
      return transaction.execute(status -> work.get());
    } catch (ConcurrencyFailureException conflict) {
      throw new ConcurrentChange(conflict);
    }
  }
}
