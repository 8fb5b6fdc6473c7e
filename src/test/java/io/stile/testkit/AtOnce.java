package io.stile.testkit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Several people who do something at the same instant. */
public final class AtOnce {

  private AtOnce() {}

  /** What came of each, in their order; what neither is done nor refused within a minute is a fault. */
  @SafeVarargs
  public static <T> List<T> atOnce(Callable<T>... works) {
    CyclicBarrier start = new CyclicBarrier(works.length);
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    try {
      List<Future<T>> running = Stream.of(works).map(work -> threads.submit(() -> {
        start.await();
        return work.call();
      })).toList();
      return running.stream().map(AtOnce::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> work) {
    try {
      return work.get(60, TimeUnit.SECONDS);
    } catch (Exception fault) {
      throw new AssertionError("neither done nor refused", fault);
    }
  }
}
