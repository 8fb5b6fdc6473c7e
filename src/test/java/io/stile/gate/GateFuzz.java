package io.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Feeds mutations of the shipped models, tables and forms to the gate. It must answer each: without an exception, in time, within some memory; and
 * what it accepts it must accept again, unchanged. The same seed gives the same files.
 */
final class GateFuzz {

  /** Processor time of one check, whatever comes. The machine may be busy with other things, so it is not the time on the wall. */
  private static final Duration LONGEST = Duration.ofSeconds(2);
  /** What one check may allocate in total; most of it is gone again before it ends. */
  private static final long MOST_BYTES = 1L << 30;
  private static final com.sun.management.ThreadMXBean THREAD = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final BiFunction<Kind, byte[], Verdict> gate;
  private final BiConsumer<String, byte[]> accepted;
  private final Map<String, byte[]> shipped = new TreeMap<>();
  private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
  private long slowest;
  private long largest;

  /** @param accepted gets the path of the shipped file that was mutated, and the bytes that the gate let through */
  GateFuzz(BiFunction<Kind, byte[], Verdict> gate, BiConsumer<String, byte[]> accepted) throws IOException {
    this.gate = gate;
    this.accepted = accepted;
    for (Kind kind : Kind.values()) {
      counts.put(kind, new int[2]);
    }
    for (String folder : List.of("bpmn", "forms")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(path -> Kind.ofFile(path.toString()).isPresent()).toList()) {
          shipped.put(file.toString(), Files.readAllBytes(file));
        }
      }
    }
  }

  /** Tries one file after the other for that much processor time: a machine that is busy with other things does not try less. */
  void run(long firstSeed, Duration time) {
    long end = THREAD.getCurrentThreadCpuTime() + time.toNanos();
    long seed = firstSeed;
    while (THREAD.getCurrentThreadCpuTime() < end) {
      once(seed++);
    }
    System.out.printf("Fuzzed the gate with seeds %d to %d: %s%n", firstSeed, seed - 1, this);
  }

  /** Tries the file of one seed: to be called alone when it was found wrong. */
  void once(long seed) {
    Random random = new Random(seed);
    List<String> paths = new ArrayList<>(shipped.keySet());
    // There are many forms and few tables: each kind comes equally often.
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    List<String> ofKind = paths.stream().filter(path -> path.endsWith(kind.suffix())).toList();
    String path = ofKind.get(random.nextInt(ofKind.size()));
    byte[] file = shipped.get(path);
    byte[] other = shipped.get(paths.get(random.nextInt(paths.size())));
    byte[] mutated = switch (random.nextInt(10)) {
      case 0, 1, 2 -> ByteMutations.of(file, other, random);
      case 3 -> ByteMutations.of(tree(kind, file, random), other, random);
      default -> tree(kind, file, random);
    };
    String what = "seed " + seed + ", " + path;
    Verdict verdict = timed(what, kind, mutated);
    counts.get(kind)[verdict.accepted() ? 0 : 1]++;
    assertThat(verdict.accepted()).as(what).isEqualTo(verdict.checked() != null);
    if (verdict.accepted()) {
      Verdict again = timed(what + ", again", kind, verdict.checked());
      assertThat(again.accepted()).as("%s: is accepted once and then no more: %s", what, again.findings()).isTrue();
      assertThat(new String(again.checked(), StandardCharsets.UTF_8)).as("%s: changes each time", what)
          .isEqualTo(new String(verdict.checked(), StandardCharsets.UTF_8));
      accepted.accept(path, verdict.checked());
    }
  }

  private static byte[] tree(Kind kind, byte[] file, Random random) {
    return kind == Kind.FORM ? JsonMutations.of(file, random) : XmlMutations.of(file, random);
  }

  private Verdict timed(String what, Kind kind, byte[] content) {
    long bytes = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
    long started = THREAD.getCurrentThreadCpuTime();
    Verdict verdict;
    try {
      verdict = gate.apply(kind, content);
    } catch (RuntimeException | StackOverflowError unhandled) {
      throw new AssertionError(what + ": " + unhandled, unhandled);
    }
    long took = THREAD.getCurrentThreadCpuTime() - started;
    long allocated = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
    slowest = Math.max(slowest, took);
    largest = Math.max(largest, allocated);
    assertThat(Duration.ofNanos(took)).as("%s: time", what).isLessThan(LONGEST);
    assertThat(allocated).as("%s: memory", what).isLessThan(MOST_BYTES);
    assertThat(verdict.findings()).as(what).hasSizeLessThan(300).allSatisfy(finding -> {
      assertThat(finding.message()).isNotBlank().hasSizeLessThan(2_000);
      assertThat(finding.element()).isNotNull().hasSizeLessThan(300);
      assertThat(finding.place()).isNotNull().hasSizeLessThan(300);
    });
    return verdict;
  }

  /** How many were accepted, for those who want to be sure that the mutations are not all too crude. */
  int accepted(Kind kind) {
    return counts.get(kind)[0];
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    counts.forEach((kind, count) -> all.append("%s %,d accepted and %,d refused; ".formatted(kind.word(), count[0], count[1])));
    return all + "the slowest took %,d ms, the largest %,d MB".formatted(slowest / 1_000_000, largest >> 20);
  }
}
