package io.stile.organisation;

import java.util.List;

/**
 * Names parts of the organisation from outside: a model says which department a step is for. What is named and does not exist is shown to
 * administrators before somebody runs into it. Any number of beans.
 */
public interface Namings {

  /** Everything that is named, each name once for whatever names it. */
  List<Naming> namings();
}
