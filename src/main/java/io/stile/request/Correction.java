package io.stile.request;

import java.util.List;

/**
 * What a correction came to.
 *
 * @param request the request as it is now
 * @param decided what was decided before on the old values, in the words of the model; it stays as it is
 * @param left    what did not follow, in a sentence, or null
 */
public record Correction(Request request, List<String> decided, String left) {

  public Correction {
    decided = List.copyOf(decided);
  }
}
