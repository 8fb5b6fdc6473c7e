package io.stile.work;

import io.stile.engine.ModelWords;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What work gives to models: the role words that are resolved to a person, and the lists that forms choose from. */
@Component
class WorkWords implements ModelWords {

  private final ObjectProvider<OptionLists> lists;

  WorkWords(ObjectProvider<OptionLists> lists) {
    this.lists = lists;
  }

  @Override
  public Set<String> roles() {
    return Set.of(Receivers.OWNER, Receivers.LEAD, Receivers.TARGET);
  }

  @Override
  public Set<String> optionLists() {
    Set<String> names = new HashSet<>(TaskForms.LISTS);
    lists.forEach(list -> names.addAll(list.names()));
    return names;
  }
}
