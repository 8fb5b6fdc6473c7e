package io.stile.testkit;

import io.stile.Application;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Stile in a JVM of its own, to be stopped, killed or frozen as machines are. Make one with {@link #on}, say how it differs from
 * the shipped settings, and {@link #start} it; closing it leaves no process behind, and neither does the end of the tests' JVM.
 */
public final class Node implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LAST_ORDERS = Duration.ofSeconds(45);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final int port = FreePort.any();
  private final Path log;
  private Process process;

  private Node(Path log) {
    this.log = log;
    property("server.port", String.valueOf(port));
    property("spring.main.banner-mode", "off");
  }

  /** A node on a database, not yet started. */
  public static Node on(TestPostgres.Database database) {
    return bare().property("spring.datasource.url", database.jdbcUrl())
        .property("spring.datasource.username", database.username())
        .property("spring.datasource.password", database.password());
  }

  /** A node that knows nothing but its port, not yet started: what else it needs comes from the environment. */
  public static Node bare() {
    try {
      return new Node(Files.createTempFile(Files.createDirectories(Path.of("target", "nodes")), "node-", ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A property of Spring Boot, given on the command line. */
  public Node property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /** A variable of its environment; the variables of the tests' JVM hold, too. */
  public Node environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The profiles it runs with, separated by commas. */
  public Node profiles(String names) {
    return property("spring.profiles.active", names);
  }

  /**
   * Starts it, for the first time or again, on the same port, and waits until it says that it is healthy.
   *
   * @throws AssertionError with its last words if it ends instead, or is not healthy after three minutes
   */
  public Node start() {
    launch();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isHealthy()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        kill();
        throw new AssertionError("The node on port " + port + " did not start:\n" + lastWords(60));
      }
      Pause.briefly();
    }
    return this;
  }

  /** Starts it without waiting for anything. */
  public Node launch() {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("The node on port " + port + " runs already");
    }
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath(), Application.class.getName()));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end the node on port " + port));
    return this;
  }

  /** The class path of the tests without their own classes, whose components would be found as if they belonged to the program. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
  }

  /** Whether it answers, within five seconds, that it is healthy. */
  public boolean isHealthy() {
    return status("/actuator/health") == 200;
  }

  /** The status of its answer to a GET of somebody who has not signed in; 0 if none comes within five seconds. */
  public int status(String path) {
    try {
      return HTTP.send(HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(5)).build(),
          HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException refused) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where its pages and its API are: {@code http://127.0.0.1:port}. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Asks it to end (SIGTERM) and waits until it has; the answer is its exit code, 143 as a rule. */
  public int stop() {
    process.destroy();
    return awaitEnd(LAST_ORDERS);
  }

  /** Ends it without giving it time for anything (SIGKILL). */
  public void kill() {
    if (process != null) {
      process.destroyForcibly();
      awaitEnd(LAST_ORDERS);
    }
  }

  /** Stops its clockwork, as a long pause of the machine does (SIGSTOP); its connections stay open. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets it go on after {@link #freeze} (SIGCONT). */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + name + " answered " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until it ends by itself.
   *
   * @return its exit code
   * @throws AssertionError with its last words if it still runs after this time; it does not any more then
   */
  public int awaitEnd(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("The node on port " + port + " still ran after " + atMost + ":\n" + lastWords(60));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything it has written to its output, from its first start on. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lastWords(int lines) {
    List<String> all = output().lines().toList();
    return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  @Override
  public void close() {
    kill();
  }
}
