package io.stile.gate;

import java.util.List;
import java.util.Random;

/** What people write who want something else than a process: put wherever a text may stand. */
final class HostileTexts {

  private static final List<String> SHORT = List.of("", " ", "${''.getClass()}", "#{execution}", "${a.b}", "${1+1}", "${stepDue}", "$\n{x}", "=1..", "=for x in 1..99999999 return x",
      "=[[[[[[[[1,1,1,1,1,1,1", "{{#loop x}}{{/loop}}", "<script>alert(1)</script>", "javascript:alert(1)", "data:text/html,x", "http://169.254.169.254/", "file:///etc/passwd",
      "../../../etc/passwd", "\u202Etxt.exe", "\u0000", "\uD800", "\uFFFF", "\uFEFF", "\u200B", "(a+)+$", "(.*)*", "((((", "[", "\\", "R/PT0S", "R1000000/PT0S", "PT0S",
      "P99999999D", "-1", "2147483648", "1e999999999", "1e-999999999", "NaN", "null", "true", "execution", "__proto__", "constructor", "phone-swap", "Phone-Swap", "'", "\"",
      "]]>", "&lt;", "<!--", "<?x?>", "UserTask_ReserveHandset", "StartEvent_1", "java.lang.Runtime", "shell", "external", "deployment", "latest", "juel", "feel", "groovy",
      "front-office", "role-owner", "phone-swap.start", "phone-swap.withdrawn", "a,b", "ä", "ключ", "𝕏", "https://www.omg.org/spec/DMN/20191111/FEEL/", "=a and b", "> 5, null",
      "\"a\", \"b\"", "not(\"a\")", "[1..5]", "@\"P1D\"", "escalation", "noSuchProcess", "18", "P2D", "PT4H", "=not(((((((((1)))))))))");

  private HostileTexts() {}

  static String any(Random random) {
    String text = SHORT.get(random.nextInt(SHORT.size()));
    return switch (random.nextInt(24)) {
      case 0 -> text.repeat(1 + random.nextInt(50));
      case 1 -> "x".repeat(1 << random.nextInt(17));
      case 2 -> "(".repeat(1 << random.nextInt(14)) + text;
      case 3 -> text + SHORT.get(random.nextInt(SHORT.size()));
      case 4 -> "${" + "(".repeat(1 << random.nextInt(14));
      case 5 -> "=" + "[1,".repeat(1 + random.nextInt(300));
      case 6 -> "=" + text;
      default -> text;
    };
  }
}
