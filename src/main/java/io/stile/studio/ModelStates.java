package io.stile.studio;

import java.util.Optional;

/** Finds states of models by the words that addresses use. Whoever keeps states of some kind has a bean of it. */
public interface ModelStates {

  /** The state of a model that a word names; empty if the word is another one's, or there is no such state. */
  Optional<ModelState> find(String model, String word);
}
