package io.stile.desk;

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
}
