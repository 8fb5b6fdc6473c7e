package io.stile.gate;

import io.stile.form.FormSchema;
import io.stile.form.FormSchemaException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Checks whatever is to be published, from wherever it comes, and writes it anew. */
@Service
public class Gate {

  /** Checks one file by itself: what it says of other files is not known. */
  public Verdict check(Kind kind, byte[] content) {
    return kind == Kind.FORM ? form(content) : new Verdict(List.of(), content);
  }

  /** Checks files together. */
  public BundleVerdict check(Bundle bundle) {
    SortedMap<String, Verdict> verdicts = new TreeMap<>();
    bundle.files().forEach((path, content) -> verdicts.put(path, check(Kind.ofFile(path).orElseThrow(), content)));
    return new BundleVerdict(bundle.key(), verdicts);
  }

  private static Verdict form(byte[] content) {
    try {
      FormSchema.parse(new String(content, StandardCharsets.UTF_8));
      return new Verdict(List.of(), content);
    } catch (FormSchemaException refused) {
      return new Verdict(List.of(new Finding("form", "", "form-schema", Severity.SAFETY, refused.getMessage())), null);
    }
  }
}
