package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class IslandsTest {

  private final ObjectMapper json = new ObjectMapper();
  private final Islands islands = new Islands(json);

  IslandsTest() throws IOException {}

  @Test
  void findsTheFilesOfAnEntryWithWhatTheyImport() {
    Islands.Files form = islands.of("form");
    assertThat(form.script()).matches("/assets/form-[\\w-]+\\.js");
    assertThat(form.styles()).singleElement().asString().matches("/assets/(stile-)?form-[\\w-]+\\.css");
    assertThat(form.preload()).isNotEmpty().allMatch(chunk -> chunk.startsWith("/assets/chunk-"));
    assertThat(new ClassPathResource("static" + form.script()).exists()).isTrue();
  }

  @Test
  void namesAnEntryThatDoesNotExist() {
    assertThatThrownBy(() -> islands.of("fomr")).hasMessageContaining("entries/fomr.ts");
  }

  @Test
  void eachListedIconIsInTheSprite() throws IOException {
    String file = islands.icon("bell").replaceFirst("#bell$", "");
    String sprite = new String(new ClassPathResource("static" + file).getInputStream().readAllBytes());
    String[] names = Files.readString(Path.of("src/main/frontend/icons.txt")).strip().split("\\s+");
    assertThat(Arrays.stream(names).filter(name -> !sprite.contains("id=\"" + name + "\""))).isEmpty();
  }

  @Property
  void jsonCannotEndTheElementItStandsIn(@ForAll String text) throws IOException {
    String written = islands.json(Map.of("text", text + "</script><!-- &amp; ]]>"));
    assertThat(written).doesNotContain("<", ">", "&");
    assertThat(json.readTree(written).path("text").asText()).isEqualTo(text + "</script><!-- &amp; ]]>");
  }
}
