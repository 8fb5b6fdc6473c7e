package io.stile.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes models and tells what was published. */
public interface Models {

  /**
   * Publishes the files of one process together: its diagram, decisions and forms. Files that equal the newest publication
   * of the same name, all of them and no other, are not published again.
   *
   * @param name  name of the bundle: the id of its process, or of the decision table that stands alone
   * @param files content by file name
   * @return the version that holds these files; of the table if they hold no process
   * @throws ModelRefused if one of the files is not a model that may run here
   */
  ModelVersion publish(String name, Map<String, byte[]> files);

  /** The newest version of a process, or of a decision table that stands alone; empty if nothing was published under the name. */
  Optional<PublishedVersion> newestOf(String name);

  /** Every version of every process, and of every decision table that was published without one, oldest first. */
  List<PublishedVersion> published();

  /** How many processes run on each version of a process now; versions on which none runs are missing. */
  Map<ModelVersion, Integer> running(String process);

  /** The newest version of a process, empty if none was published. */
  Optional<Model> newest(String process);

  /**
   * A version that was published.
   *
   * @throws IllegalArgumentException if there is none
   */
  Model version(ModelVersion version);

  /** The newest version of every process, by process id. */
  List<Model> all();

  /** The diagram of a version, as BPMN 2.0 XML. */
  String diagram(ModelVersion version);

  /** All files that were published together with a version, by name. */
  Map<String, byte[]> files(ModelVersion version);

  /**
   * All files of the newest publication of a name, by name; empty if nothing was published under it. A name is the id of a process, or
   * of a decision table that is a publication of its own.
   */
  Map<String, byte[]> newestFiles(String name);

  /** A file that was published together with a version, empty if there was none of that name. */
  Optional<byte[]> file(ModelVersion version, String name);
}
