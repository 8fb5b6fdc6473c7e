package io.stile.migration;

import io.stile.engine.Migrations.Place;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How much alike two labels are: the share of their words that both have. */
final class Likeness {

  /** Below it two labels have little more in common than the words that every label has. */
  private static final double LEAST = 0.4;

  private Likeness() {}

  static Optional<Place> mostLike(Place place, List<Place> others) {
    return others.stream().filter(other -> of(place.label(), other.label()) >= LEAST)
        .max(Comparator.comparing(other -> of(place.label(), other.label())));
  }

  static double of(String one, String other) {
    Set<String> both = words(one);
    Set<String> all = new HashSet<>(both);
    Set<String> others = words(other);
    both.retainAll(others);
    all.addAll(others);
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }

  private static Set<String> words(String label) {
    Set<String> words = new HashSet<>(List.of(label.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    words.removeAll(Set.of("", "the", "a", "an", "and", "or", "of", "with", "to"));
    return words;
  }
}
