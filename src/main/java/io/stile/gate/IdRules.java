package io.stile.gate;

import java.util.stream.Stream;

/** Ids that people can read, in lists and in messages. */
final class IdRules {

  private IdRules() {}

  static Stream<Advice> noGeneratedId(DrawnModel m) {
    Stream<Advice> process = ProperIds.isGenerated(m.id())
        ? Stream.of(m.advice("id", Quoted.of(m.id())
            + " was made up by a tool. Give the model a name of its own, in small letters with hyphens: phone-swap."))
        : Stream.empty();
    return Stream.concat(process, parts(m).filter(part -> ProperIds.isGenerated(part.id()))
        .map(part -> part.advice("id", Quoted.of(part.id()) + " was made up by a tool. " + ProperIds.of(m, part)
            .map(better -> "Call it " + better + ".").orElse("Label it, and give it an id made of its kind and its label."))));
  }

  /** What a tool made up is the other rule's. */
  static Stream<Advice> idBearsType(DrawnModel m) {
    return parts(m).filter(part -> !ProperIds.isGenerated(part.id())).flatMap(part -> ProperIds.prefix(part)
        .filter(prefix -> !ProperIds.isProper(part.id(), prefix)).stream()
        .map(prefix -> part.advice("id", Quoted.of(part.id()) + " does not tell what it is. Call it "
            + ProperIds.of(m, part).orElse(prefix + "_ and what it stands for") + ".")));
  }

  private static Stream<DrawnPart> parts(DrawnModel m) {
    return Stream.concat(m.nodes().stream(), m.flows().stream());
  }
}
