package io.stile.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stile.studio.Difference.Change;
import io.stile.studio.Difference.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A file compared with itself has no difference; each small change of a shipped file is found where it was made, as what it is. */
class DifferencesPropertyTest {

  private final Differences differences = new Differences(new PropertyWords(key -> key, signIn -> signIn));

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(ShippedFiles.paths());
  }

  private static Arbitrary<String> ending(String suffix) {
    return Arbitraries.of(ShippedFiles.paths().stream().filter(path -> path.endsWith(suffix)).toList());
  }

  @Provide
  Arbitrary<String> diagrams() {
    return ending(".bpmn");
  }

  @Provide
  Arbitrary<String> tables() {
    return ending(".dmn");
  }

  @Provide
  Arbitrary<String> forms() {
    return ending(".form");
  }

  private List<Item> found(String path, String after) {
    Difference difference = differences.between(path, ShippedFiles.text(path).getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    return difference.files().stream().flatMap(file -> file.items().stream()).toList();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void nothingDiffersFromItself(@ForAll("files") String path) {
    String content = ShippedFiles.text(path);
    assertThat(found(path, content)).isEmpty();
    // Written by another tool, with other line ends, it is still the same.
    assertThat(found(path, content.replace("\n", "\r\n"))).isEmpty();
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void aStepThatIsRenamedOrMovedIsFound(@ForAll("diagrams") String path, @ForAll @IntRange(max = 1000) int seed) {
    String diagram = ShippedFiles.text(path);
    List<String> elements = DiagramMutations.elements(diagram);
    String element = elements.get(seed % elements.size());
    String renamed = DiagramMutations.renamed(diagram, element);
    if (!renamed.equals(diagram)) {
      assertThat(found(path, renamed)).anyMatch(item -> item.element().equals(element) && item.change() == Change.CHANGED);
    }
    assertThat(found(path, DiagramMutations.moved(diagram, element))).extracting(Item::change, Item::element)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.MOVED, element));
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void aRowThatComesGoesOrMovesIsFound(@ForAll("tables") String path, @ForAll @IntRange(max = 1000) int seed) {
    String table = ShippedFiles.text(path);
    List<String> rules = DiagramMutations.rules(table);
    String rule = rules.get(seed % rules.size());
    List<String> without = new ArrayList<>(rules);
    without.remove(rule);
    assertThat(found(path, DiagramMutations.withRules(table, without))).extracting(Item::change, Item::element)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.REMOVED, DiagramMutations.idOf(rule)));
    List<String> more = new ArrayList<>(rules);
    more.add(seed % (rules.size() + 1), rule.replaceAll("id=\"([A-Za-z]+)_", "id=\"$1_New").replaceFirst("<description>", "<description>New: "));
    assertThat(found(path, DiagramMutations.withRules(table, more))).extracting(Item::change).containsExactly(Change.ADDED);
    int next = (seed + 1) % rules.size();
    assertThat(found(path, DiagramMutations.withRules(table, DiagramMutations.swapped(rules, seed % rules.size(), next)))).isNotEmpty()
        .allMatch(item -> item.change() == Change.MOVED || item.change() == Change.CHANGED);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void aFieldThatComesGoesOrMovesIsFound(@ForAll("forms") String path, @ForAll @IntRange(max = 1000) int seed) {
    ObjectNode form = (ObjectNode) FormParts.tree(ShippedFiles.text(path).getBytes(StandardCharsets.UTF_8)).orElseThrow();
    ArrayNode components = (ArrayNode) form.path("components");
    if (components.isEmpty()) {
      return;
    }
    int at = seed % components.size();
    JsonNode taken = components.remove(at);
    assertThat(found(path, form.toString())).extracting(Item::change).containsExactly(Change.REMOVED);
    components.insert(at, taken);
    components.insertObject(at).put("type", "textfield").put("key", "brandNew").put("label", "Brand new");
    assertThat(found(path, form.toString())).extracting(Item::change, Item::element)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Change.ADDED, "brandNew"));
    components.remove(at);
    if (components.size() > 1) {
      components.insert(components.size() - 1 - at % 2, components.remove(at));
      assertThat(found(path, form.toString())).allMatch(item -> item.change() == Change.MOVED).hasSizeLessThanOrEqualTo(1);
    }
  }
}
