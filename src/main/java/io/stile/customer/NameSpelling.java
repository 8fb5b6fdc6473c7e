package io.stile.customer;

import java.text.Normalizer;
import java.util.Locale;

/** When two writings of a name are the same name. */
final class NameSpelling {

  private NameSpelling() {
  }

  /** Apart from case, spaces, accents, and ue for ü; "Muller" is not the same as "Müller": that only may be. */
  static boolean same(String one, String other) {
    return canonical(one).equals(canonical(other));
  }

  /** "Stone, Ada" as "Ada Stone"; anything else as it is. */
  static String firstNameFirst(String typed) {
    int comma = typed.indexOf(',');
    boolean one = comma > 0 && comma == typed.lastIndexOf(',');
    return one ? (typed.substring(comma + 1).strip() + " " + typed.substring(0, comma).strip()).strip() : typed;
  }

  private static String canonical(String name) {
    String german = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
        .replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss").replace('’', '\'');
    return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}", "").strip().replaceAll("\\s+", " ");
  }
}
