package io.stile.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The round sign beside a name. Templates find it as {@code avatars}. */
@Component
public final class Avatars {

  private static final String[] COLOURS = {"a", "c", "d", "e", "f", "g"};

  /** The first letters of the first and the last word. */
  public String initials(String name) {
    String[] words = name.strip().split("[\\s.]+");
    return Arrays.stream(words.length > 2 ? new String[] {words[0], words[words.length - 1]} : words)
        .filter(word -> !word.isEmpty()).map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase()).collect(Collectors.joining());
  }

  /** A class of {@code .av}: the same for the same name, everywhere. */
  public String colour(String name) {
    return COLOURS[Math.floorMod(name.hashCode(), COLOURS.length)];
  }
}
