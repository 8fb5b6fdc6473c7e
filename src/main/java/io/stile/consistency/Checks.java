package io.stile.consistency;

import java.util.List;

/** Checks that belong together. Any number of beans. */
interface Checks {

  List<Check> checks();
}
