package io.stile.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** A JVM of its own that uses a data folder until it is killed. */
final class OtherStile {

  private static final String READY = "ready";

  private final Process process;

  private OtherStile(Process process) {
    this.process = process;
  }

  /** Holds the lock of the folder, without PostgreSQL. */
  static OtherStile locks(Path folder) throws IOException {
    return start("lock", folder);
  }

  /** Starts PostgreSQL on the folder and puts a table there. */
  static OtherStile startsPostgresOn(Path folder) throws IOException {
    return start("postgres", folder);
  }

  private static OtherStile start(String what, Path folder) throws IOException {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), OtherStile.class.getName(), what, folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(output.lines().anyMatch(READY::equals)).as("the other JVM is ready").isTrue();
    return new OtherStile(process);
  }

  long pid() {
    return process.pid();
  }

  /** Ends it without giving it time for anything (SIGKILL). */
  void kill() throws InterruptedException, ExecutionException {
    process.destroyForcibly().onExit().get();
  }

  /** The other JVM: does what it is told and waits for its end, or for that of the test. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("lock")) {
      LocalPostgresLock.acquire(folder).namePort(8099);
    } else {
      LocalPostgresTest.execute(LocalPostgres.start(folder), "create table kept as select 'told once' as words");
    }
    System.out.println(READY);
    System.in.read();
  }
}
