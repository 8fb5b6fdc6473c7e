package io.stile.engine;

import java.util.Set;

/**
 * What a module of the platform gives to models by name, beside its {@link Action actions} and {@link ProtocolDate instants}. A bean for each
 * module that gives something; a model may use these words and no others.
 */
public interface ModelWords {

  /** Facts that it hands to processes, for conditions and decisions. */
  default Set<String> facts() {
    return Set.of();
  }

  /** Words that stand for a person in place of a department: {@code role-owner}. */
  default Set<String> roles() {
    return Set.of();
  }

  /** Lists of options that it gives to forms. */
  default Set<String> optionLists() {
    return Set.of();
  }

  /** Ids of protocols that a request type may call. */
  default Set<String> callable() {
    return Set.of();
  }

  /** Names of messages and signals that any model may wait for; all others belong to the process whose name they begin with. */
  default Set<String> shared() {
    return Set.of();
  }

  /** Topics under which programs outside take work from external tasks. */
  default Set<String> topics() {
    return Set.of();
  }
}
