package io.stile.engine.camunda;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.Ref;

/** The names that a parsed FEEL expression reads from outside: those that it gives itself, in a loop, are not among them. */
final class FeelNames {

  private final Set<String> found = new LinkedHashSet<>();

  private FeelNames() {}

  static Set<String> of(Exp expression) {
    FeelNames names = new FeelNames();
    names.read(expression, Set.of());
    return names.found;
  }

  private void read(Object tree, Set<String> given) {
    if (tree instanceof Ref ref) {
      String name = ref.names().head();
      if (!given.contains(name) && !name.equals("item")) {
        found.add(name);
      }
      return;
    }
    Set<String> inside = isLoop(tree) ? with(given, (Product) tree) : given;
    if (tree instanceof Iterable<?> items) {
      readAll(items.iterator(), inside);
    } else if (tree instanceof Product parts) {
      readAll(parts.productIterator(), inside);
    }
  }

  private void readAll(Iterator<?> parts, Set<String> given) {
    while (parts.hasNext()) {
      read(parts.next(), given);
    }
  }

  private static boolean isLoop(Object tree) {
    String kind = tree == null ? "" : tree.getClass().getSimpleName();
    return tree instanceof For || kind.equals("SomeItem") || kind.equals("EveryItem");
  }

  private static Set<String> with(Set<String> given, Product loop) {
    Set<String> all = new HashSet<>(given);
    Iterator<?> iterators = ((Iterable<?>) loop.productElement(0)).iterator();
    while (iterators.hasNext()) {
      all.add(String.valueOf(((Product) iterators.next()).productElement(0)));
    }
    return all;
  }
}
