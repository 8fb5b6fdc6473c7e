package io.stile.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.gate.Bundle;
import io.stile.gate.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;

/**
 * Writes a version of a model as a zip archive, and reads one that a stranger may have made: only files at the places of a model, few of them,
 * none larger than the gate reads, whatever the archive says of itself. Nothing is ever written to a disk.
 */
@Service
public class BundleArchive {

  /** The largest archive, in bytes: what a call of the API can send. */
  public static final int LARGEST = 1024 * 1024;

  static final String MANIFEST = "stile.json";

  private static final int MOST_FILES = 200;
  /** Of one file. Source: the gate reads no more. */
  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_BYTES_IN_ALL = 8_000_000;
  private static final String NAME = "[a-z][a-z0-9-]{0,63}";
  private static final Pattern FOLDER = Pattern.compile("(bpmn|forms|forms/" + NAME + ")/");
  private static final Pattern PLACE = Pattern.compile("bpmn/" + NAME + "\\.(bpmn|dmn)|forms/" + NAME + "/" + NAME + "\\.form");

  private final ObjectMapper json;

  BundleArchive(ObjectMapper json) {
    this.json = json;
  }

  /** The files of a version with a note on what they are. */
  public byte[] written(Publication publication, String name, Bundle bundle) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, MANIFEST, publication, manifest(publication, name, bundle));
      for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
        put(zip, file.getKey(), publication, file.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String path, Publication publication, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    // The same version is always the same archive.
    entry.setTime(publication.at().toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private byte[] manifest(Publication publication, String name, Bundle bundle) throws JsonProcessingException {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("format", 1);
    words.put("model", publication.model());
    words.put("name", name);
    words.put("version", publication.number());
    words.put("publishedAt", publication.at().toString());
    words.put("note", publication.note());
    words.put("files", List.copyOf(bundle.files().keySet()));
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(words);
  }

  /**
   * The files of an archive. What it says of itself is not believed: which model it is of, its one diagram says, or its one table.
   *
   * @throws PublicationRefused if it is no archive of a model, or too large; the message names what was found
   */
  public Bundle read(byte[] archive) {
    if (archive.length > LARGEST) {
      throw refused("The archive has %,d bytes; at most %,d are read.".formatted(archive.length, LARGEST));
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      int entries = 0;
      long bytes = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_FILES) {
          throw refused("The archive holds more than %d files.".formatted(MOST_FILES));
        }
        byte[] content = content(zip, entry.getName());
        bytes += content.length;
        if (bytes > MOST_BYTES_IN_ALL) {
          throw refused("The files of the archive have more than %,d bytes together.".formatted(MOST_BYTES_IN_ALL));
        }
        keep(files, entry.getName(), content);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw refused("This is no zip archive that can be read. Send one that was exported here.");
    }
    return new Bundle(model(files), files);
  }

  private static byte[] content(ZipInputStream zip, String name) throws IOException {
    byte[] content = zip.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw refused("'%.100s' in the archive has more than %,d bytes.".formatted(name, MOST_BYTES));
    }
    return content;
  }

  private static void keep(Map<String, byte[]> files, String name, byte[] content) {
    if (name.equals(MANIFEST) || content.length == 0 && FOLDER.matcher(name).matches()) {
      return;
    }
    if (!PLACE.matcher(name).matches()) {
      throw refused(("'%.100s' is no file of a model; expected bpmn/<model>.bpmn, bpmn/<decision>.dmn and forms/<model>/<form>.form,"
          + " with names of small letters, digits and hyphens.").formatted(name));
    }
    if (files.put(name, content) != null) {
      throw refused("The archive holds '%.100s' twice.".formatted(name));
    }
  }

  private static String model(Map<String, byte[]> files) {
    Bundle found = new Bundle("", files);
    List<String> diagrams = found.paths(Kind.BPMN);
    List<String> mains = diagrams.isEmpty() ? found.paths(Kind.DMN) : diagrams;
    if (mains.size() != 1) {
      throw refused("The archive holds %d diagrams and %d decision tables; expected one diagram, or one table that stands alone."
          .formatted(diagrams.size(), found.paths(Kind.DMN).size()));
    }
    String path = mains.get(0);
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  private static PublicationRefused refused(String why) {
    return PublicationRefused.invalid("file", why);
  }
}
