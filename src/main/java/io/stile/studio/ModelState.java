package io.stile.studio;

import io.stile.gate.Bundle;

/**
 * A model as it was or would be at some point.
 *
 * @param word   by which addresses name it: a version number, {@code draft}, {@code published}, {@code shipped}
 * @param label  as people read it: {@code Version 3}
 */
public record ModelState(String word, String label, Bundle bundle) {}
