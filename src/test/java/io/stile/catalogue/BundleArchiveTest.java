package io.stile.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stile.catalogue.Publication.Source;
import io.stile.engine.ModelVersion;
import io.stile.gate.Bundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleArchiveTest {

  private static final byte[] SMALL = "x".getBytes(StandardCharsets.UTF_8);

  private final BundleArchive archives = new BundleArchive(new ObjectMapper());

  @Test
  void readsWhatItHasWritten() {
    Bundle bundle = new Bundle("loan-phone", Map.of("bpmn/loan-phone.bpmn", SMALL, "forms/loan-phone/start.form", SMALL));
    Publication publication = new Publication("loan-phone", 3, new ModelVersion("v"), Source.EDITED, "anna", null, "Why", Instant.parse("2026-03-02T09:00:00Z"));
    byte[] archive = archives.written(publication, "Loan phone", bundle);
    assertThat(archives.read(archive).digest()).isEqualTo(bundle.digest());
    assertThat(archives.written(publication, "Loan phone", bundle)).isEqualTo(archive);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../bpmn/x.bpmn", "/etc/passwd", "bpmn/../../x.bpmn", "bpmn\\x.bpmn", "bpmn/X.bpmn", "bpmn/x.exe", "forms/x.form",
      "forms/x/y/z.form", "bpmn/x.bpmn\u0000", "C:/bpmn/x.bpmn"})
  void takesNothingFromAnotherPlace(String name) throws IOException {
    byte[] archive = zip(name, SMALL);
    assertThatThrownBy(() -> archives.read(archive)).isInstanceOf(PublicationRefused.class);
  }

  @Test
  void doesNotUnpackABomb() throws IOException {
    byte[] bomb = zip("bpmn/x.bpmn", new byte[50_000_000]);
    assertThat(bomb.length).isLessThan(BundleArchive.LARGEST);
    assertThatThrownBy(() -> archives.read(bomb)).hasMessageContaining("more than 1,000,000 bytes");
  }

  @Test
  void takesFewFiles() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 300; i++) {
        zip.putNextEntry(new ZipEntry("forms/x/f%d.form".formatted(i)));
      }
    }
    assertThatThrownBy(() -> archives.read(bytes.toByteArray())).hasMessageContaining("more than 200 files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "PK\u0003\u0004nonsense", "<definitions/>"})
  void refusesWhatIsNoArchive(String text) {
    assertThatThrownBy(() -> archives.read(text.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(PublicationRefused.class);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
