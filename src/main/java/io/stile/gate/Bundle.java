package io.stile.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that are published together: one process with its decisions and forms, or one decision table that the platform asks itself.
 *
 * @param key   id of the process, or of the table
 * @param files contents by path: {@code bpmn/phone-swap.bpmn}, {@code bpmn/phone-swap-eligibility.dmn},
 *              {@code forms/phone-swap/reserve-handset.form}
 */
public record Bundle(String key, SortedMap<String, byte[]> files) {

  public Bundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public Bundle(String key, Map<String, byte[]> files) {
    this(key, new TreeMap<>(files));
  }

  /** Where the diagram of a process lies. */
  public static String diagramOf(String process) {
    return "bpmn/" + process + Kind.BPMN.suffix();
  }

  /** Where a decision table lies. */
  public static String decisionOf(String decision) {
    return "bpmn/" + decision + Kind.DMN.suffix();
  }

  /** Where a form lies, by its id: {@code phone-swap.reserve-handset} is {@code forms/phone-swap/reserve-handset.form}. */
  public static String formOf(String form) {
    return "forms/" + form.replaceFirst("\\.", "/") + Kind.FORM.suffix();
  }

  /** A file by its path, empty if there is none. */
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The paths of all files of a kind. */
  public List<String> paths(Kind kind) {
    return files.keySet().stream().filter(path -> path.endsWith(kind.suffix())).toList();
  }

  /** The same with a file added or replaced. */
  public Bundle with(String path, byte[] content) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.put(path, content);
    return new Bundle(key, changed);
  }

  /** The same without a file. */
  public Bundle without(String path) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.remove(path);
    return new Bundle(key, changed);
  }

  /** Names the contents: equal for equal files at equal paths, SHA-256 in hexadecimal digits. */
  public String digest() {
    MessageDigest digest = sha256();
    files.forEach((path, content) -> {
      digest.update("%s %d ".formatted(path, content.length).getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("each Java knows SHA-256", impossible);
    }
  }
}
