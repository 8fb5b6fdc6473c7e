package io.stile.demonstration;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that a living Stile uses a data folder. The operating system lets go of it when the process ends, however it ends; so it
 * tells another Stile from a PostgreSQL that a killed one left behind. The file names who holds it.
 */
final class LocalPostgresLock implements Closeable {

  private static final String FILE = "stile.lock";
  /** Far behind the text, which stays readable for others where a lock also forbids reading. */
  private static final long LOCKED_BYTE = 1 << 20;
  /** Within one process a second channel on the file must not even be opened: closing it would drop the first one's lock. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private LocalPostgresLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws LocalPostgresFailure if a living process holds it
   */
  static LocalPostgresLock acquire(Path folder) {
    if (!HELD_HERE.add(folder)) {
      throw inUse(folder);
    }
    try {
      FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        channel.close();
        HELD_HERE.remove(folder);
        throw inUse(folder);
      }
      LocalPostgresLock lock = new LocalPostgresLock(folder, channel);
      lock.write("process " + ProcessHandle.current().pid());
      return lock;
    } catch (IOException e) {
      HELD_HERE.remove(folder);
      throw new LocalPostgresFailure("The data folder " + folder + " cannot be locked: " + e,
          "Use a folder on a local disk that you may write, with --stile.data-dir=<folder>.", e);
    }
  }

  private static LocalPostgresFailure inUse(Path folder) {
    return new LocalPostgresFailure("The data folder " + folder + " is in use by another Stile (" + holder(folder) + ").",
        "Stop the other one, or give this one a folder and a port of its own: --stile.data-dir=<folder> --server.port=<port>.");
  }

  private static String holder(Path folder) {
    try {
      String text = HELD_HERE.contains(folder) ? "this process" : Files.readString(folder.resolve(FILE)).strip();
      return text.isEmpty() ? "it is just starting" : text;
    } catch (IOException e) {
      return "it cannot be read which";
    }
  }

  /** Adds the port of the pages to what others read. */
  void namePort(int port) {
    try {
      write("process " + ProcessHandle.current().pid() + ", http://localhost:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_HERE.remove(folder);
    }
  }
}
