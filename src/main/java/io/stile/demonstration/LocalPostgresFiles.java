package io.stile.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * What lies in the data folder: the cluster, the program files, the log of the last start, and the password. While the first
 * start prepares the cluster, the password's file has another name: if it is found so, that start did not finish.
 */
final class LocalPostgresFiles {

  private static final int PASSWORD_BYTES = 32;

  private final Path folder;

  LocalPostgresFiles(Path folder) {
    this.folder = folder;
  }

  /** Creates the folder, for its owner only, unless it exists; answers its real path. */
  static Path ownFolder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder, onlyOwner("rwx------"));
      }
      return folder.toRealPath();
    } catch (IOException e) {
      throw new LocalPostgresFailure("The data folder " + folder.toAbsolutePath() + " cannot be created: " + e,
          "Give a folder that you may write, with --stile.data-dir=<folder>.", e);
    }
  }

  Path cluster() {
    return folder.resolve("postgres");
  }

  /**
   * Where the program files are unpacked: not in the shared temporary folder, where others could write and cleaners delete. The
   * library opens the folder itself for everybody, so it lies in one that is its owner's.
   */
  Path programs() {
    return ownFolder(folder.resolve("programs")).resolve("postgres");
  }

  Path startLog() {
    return folder.resolve("postgres-start.log");
  }

  Path passwordFile() {
    return folder.resolve("postgres.password");
  }

  /** The password's file while the cluster is being prepared. */
  Path newPasswordFile() {
    return folder.resolve("postgres.password.new");
  }

  /** The password of the cluster; made up if there is no cluster yet. */
  String password() {
    try {
      if (Files.exists(passwordFile())) {
        return Files.readString(passwordFile()).strip();
      }
      forgetUnfinishedCluster();
      return makeUpPassword();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To be called once the cluster is prepared: from now on it is one that must never be lost. */
  void clusterPrepared() {
    if (Files.exists(newPasswordFile())) {
      try {
        Files.move(newPasswordFile(), passwordFile(), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void forgetUnfinishedCluster() throws IOException {
    if (Files.exists(cluster()) && !Files.exists(newPasswordFile())) {
      throw new LocalPostgresFailure("The data folder " + folder + " holds a database, but its password is missing.",
          "Put the file " + passwordFile() + " back, or use another folder with --stile.data-dir=<folder>.");
    }
    FileSystemUtils.deleteRecursively(cluster());
    Files.deleteIfExists(newPasswordFile());
  }

  private String makeUpPassword() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Files.createFile(newPasswordFile(), onlyOwner("rw-------"));
    Files.writeString(newPasswordFile(), password + "\n");
    return password;
  }

  private static FileAttribute<?>[] onlyOwner(String permissions) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
  }
}
