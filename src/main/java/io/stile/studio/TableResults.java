package io.stile.studio;

import io.stile.studio.KnownName.Choice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What a decision table can answer, as far as its cells say it plainly. */
final class TableResults {

  private TableResults() {}

  /** The texts and numbers that its rules give, each once; empty if it cannot be read. */
  static List<Choice> of(byte[] content) {
    Set<Choice> results = new LinkedHashSet<>();
    DraftXml.read(content).ifPresent(document -> {
      for (Element entry : DraftXml.all(document, "outputEntry")) {
        String text = DraftXml.text(entry, "text");
        if (text.matches("\"[^\"]*\"")) {
          String value = text.substring(1, text.length() - 1);
          results.add(new Choice(value, value));
        } else if (text.matches("-?[0-9]{1,15}")) {
          results.add(new Choice(text, Long.parseLong(text)));
        }
      }
    });
    return List.copyOf(results);
  }
}
