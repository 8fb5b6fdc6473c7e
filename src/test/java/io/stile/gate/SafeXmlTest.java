package io.stile.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML from strangers is read as what it says, or not at all. */
class SafeXmlTest {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static List<String> rules(byte[] content) {
    return SafeXml.read(content).findings().stream().map(Finding::rule).toList();
  }

  private static List<String> rules(String text) {
    return rules(text.getBytes(UTF_8));
  }

  static Stream<Path> shipped() throws IOException {
    return Files.list(Path.of("bpmn"));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsWrittenReadsAsTheSameTree(Path file) throws IOException {
    SafeXml.Reading reading = SafeXml.read(Files.readAllBytes(file));
    assertThat(reading.findings()).isEmpty();
    byte[] written = SafeXml.write(reading.document());
    SafeXml.Reading again = SafeXml.read(written);
    assertThat(again.findings()).isEmpty();
    assertThat(again.document().isEqualNode(reading.document())).isTrue();
    assertThat(SafeXml.write(again.document())).as("the same bytes each time").isEqualTo(written);
  }

  @Test
  void keepsLineBreaksAndRareCharactersInTextsAndAttributes() {
    String text = HEAD + "<a n='1&#10;2&#9;&#13;3 &lt;&amp;&quot;' m='" + "😀".repeat(3_000) + "'>x&#13;\n" + "😀é€".repeat(3_000) + "</a>";
    SafeXml.Reading reading = SafeXml.read(text.getBytes(UTF_8));
    assertThat(reading.findings()).isEmpty();
    assertThat(SafeXml.read(SafeXml.write(reading.document())).document().isEqualNode(reading.document())).isTrue();
    assertThat(reading.document().getDocumentElement().getAttribute("n")).isEqualTo("1\n2\t\r3 <&\"");
  }

  @Test
  void aTextIsWholeHoweverItIsWritten() {
    SafeXml.Reading reading = SafeXml.readDropping((HEAD + "<a>&#36;<![CDATA[{]]><!-- x -->a<?x y?>}</a>").getBytes(UTF_8));
    assertThat(Tree.text(reading.document().getDocumentElement())).isEqualTo("${a}");
    assertThat(reading.dropped()).hasSize(2).first().asString().isEqualTo("The comment “x” in line 2");
    assertThat(SafeXml.read((HEAD + "<a><!-- x --><?x y?></a>").getBytes(UTF_8)).findings())
        .extracting(Finding::rule).containsExactly("xml-no-comments", "xml-no-instructions");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16,xml-encoding", "UTF-16LE,xml-encoding", "UTF-32,xml-encoding", "IBM037,xml-encoding", "ISO-8859-1,xml-encoding"})
  void readsNoOtherEncoding(String charset, String rule) {
    String text = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><a>é</a>";
    assertThat(rules(text.getBytes(Charset.forName(charset)))).isNotEmpty();
    assertThat(rules(text)).containsExactly(rule);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(rules("\uFEFF" + HEAD + "<a/>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?xml version=\"1.1\" encoding=\"UTF-8\"?><a/>", "<?xml version='1.0'?", "<?xml  encoding='UTF-8'?><a/>", "<?xmlx?><a/>"})
  void readsNoOtherVersion(String text) {
    assertThat(rules(text)).containsExactly("xml-declaration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x'><a/>", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><a/>"})
  void readsNoDocumentType(String text) {
    assertThat(rules(HEAD + text)).containsExactly("xml-no-doctype");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "<a>", "<a></b>", "<a b='1' b='2'/>", "<a/><b/>", "<a>&e;</a>", "<a>\u0001</a>", "<x:a/>", "<a xmlns:x='1' xmlns:y='1' x:b='' y:b=''/>"})
  void tellsWhatIsNoXml(String text) {
    assertThat(SafeXml.read(text.getBytes(UTF_8)).document()).isNull();
    assertThat(rules(text)).hasSize(1);
  }

  @Test
  void keepsWithinItsLimits() {
    assertThat(rules(new byte[SafeXml.LARGEST + 1])).containsExactly("xml-size");
    assertThat(rules(HEAD + "<a>".repeat(100_000))).containsExactly("xml-depth");
    assertThat(rules(HEAD + "<a>" + "<b/>".repeat(TreeBuilder.MOST_ELEMENTS) + "</a>")).containsExactly("xml-quota");
    assertThat(rules(HEAD + "<a>" + "x".repeat(TreeBuilder.LONGEST_TEXT + 1) + "</a>")).containsExactly("xml-quota");
    assertThat(rules(HEAD + "<a b='" + "x".repeat(TreeBuilder.LONGEST_TEXT + 1) + "'/>")).containsExactly("xml-quota");
    assertThat(rules(HEAD + "<a " + attributes(TreeBuilder.MOST_ATTRIBUTES + 1) + "/>")).containsExactly("xml-quota");
    assertThat(rules(HEAD + "<a " + attributes(20_000) + "/>")).hasSize(1);
    assertThat(rules(HEAD + "<" + "a".repeat(900_000) + "/>")).hasSize(1);
    assertThat(rules(HEAD + "<a>" + "<!---->".repeat(100_000) + "</a>")).hasSizeLessThan(60).endsWith("xml-quota");
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    return attributes.toString();
  }

  @Test
  void quotesLittleAndInOneLine() {
    String id = "x\n".repeat(5_000) + StandardCharsets.UTF_8;
    assertThat(SafeXml.read((HEAD + "<a id='" + id + "'><?p?></a>").getBytes(UTF_8)).findings())
        .allSatisfy(finding -> assertThat(finding.element().length() + finding.message().length()).isLessThan(600));
  }
}
