package io.stile.desk;

import java.util.Comparator;
import java.util.List;

/**
 * What is known about a request beyond its place in the process.
 *
 * @param contacts with the customer, in the order in which they took place; without the one that opened the request
 * @param answers  in the order in which they were given
 * @param notes    newest first
 * @param journal  newest first
 */
public record Story(List<ContactView> contacts, List<AnswersView> answers, List<StoryLine> notes,
                    List<StoryLine> journal) {

  private static final int LATEST = 25;

  /** The newest part of the journal. */
  public List<StoryLine> latest() {
    return journal.subList(0, Math.min(LATEST, journal.size()));
  }

  /** The rest of it. */
  public List<StoryLine> earlier() {
    return journal.subList(Math.min(LATEST, journal.size()), journal.size());
  }

  /** The newest entry of the journal, 0 if there is none: a later reading tells with it what came after. */
  public long newest() {
    return journal.isEmpty() ? 0 : journal.get(0).id();
  }

  /** What happened after an entry, oldest first. */
  public List<StoryLine> since(long entry) {
    return journal.stream().filter(line -> line.id() > entry).sorted(Comparator.comparingLong(StoryLine::id)).toList();
  }
}
