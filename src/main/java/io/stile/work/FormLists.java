package io.stile.work;

import java.util.Map;

/** Lists of options that a protocol gives to the forms of its steps. Implemented by the module behind it; a bean for each. */
public interface FormLists {

  /** Id of the protocol's process. */
  String process();

  /** The lists for a live task of that process, by the key that its form names. */
  Map<String, Object> of(Task task);
}
