package io.stile.gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Checks files from strangers a few at a time, and answers in time whatever they hold. The rules bound their own work; this is what holds if one of them
 * does not: a thread of ours may stay busy, a caller is never kept waiting and the memory for one file more is never taken.
 */
@Component
public class TimedChecks implements DisposableBean {

  /** A little less than what callers were promised, so that the answer is with them in time. */
  private static final Duration LIMIT = Duration.ofMillis(1_700);
  private static final int THREADS = 3;
  private static final int WAITING = 12;
  /** Read at the start, one of each kind. */
  static final Map<Kind, String> FIRST = Map.of(Kind.BPMN, "bpmn/phone-swap.bpmn", Kind.DMN, "bpmn/phone-swap-eligibility.dmn", Kind.FORM, "forms/phone-swap/start.form");
  private static final Logger LOG = LoggerFactory.getLogger(TimedChecks.class);

  private final Gate gate;
  private final Duration limit;
  private final ThreadPoolExecutor threads;

  @Autowired
  TimedChecks(Gate gate) {
    this(gate, LIMIT, THREADS, WAITING);
  }

  TimedChecks(Gate gate, Duration limit, int atOnce, int waiting) {
    this.gate = gate;
    this.limit = limit;
    this.threads = new ThreadPoolExecutor(atOnce, atOnce, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
      Thread thread = new Thread(task, "gate");
      thread.setDaemon(true);
      return thread;
    });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Reads files that come with the program before anybody waits for it: whatever is read first takes several times as long, because parsers and rules are loaded
   * with it, and on a busy machine a model without fault was refused for that.
   */
  @EventListener(ApplicationStartedEvent.class)
  void readOnceBefore() {
    FIRST.forEach((kind, file) -> threads.submit(() -> gate.check(kind, new ClassPathResource(file).getContentAsByteArray())));
  }

  /** What the gate says of a file; a finding of its own if it could not say that in time. */
  public Verdict check(Kind kind, byte[] content) {
    Future<Verdict> running;
    try {
      running = threads.submit(() -> gate.check(kind, content));
    } catch (RejectedExecutionException full) {
      return refused("too-busy", "Too many files are being checked just now. Try again in a few seconds.");
    }
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      running.cancel(true);
      return refused("time-limit", "The file could not be checked within %d seconds. Make it simpler, or try again.".formatted(limit.toSeconds() + 1));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return refused("too-busy", "The program is being stopped. Try again when it is back.");
    } catch (ExecutionException | CancellationException failed) {
      LOG.error("A {} of {} bytes could not be checked", kind.word(), content.length, failed);
      return refused("not-checked", "The file could not be checked, and is refused for that.");
    }
  }

  private static Verdict refused(String rule, String message) {
    return new Verdict(List.of(new Finding(SafeXml.WHOLE, "", rule, Severity.SAFETY, message)), null);
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
