package io.stile.catalogue;

import java.time.Instant;
import java.util.Set;

/**
 * Something about a publication that people are to know.
 *
 * @param event     names what happened, the same however often it is told
 * @param employees sign-in names of those who are to know it
 * @param href      where it leads, from the root
 */
public record PublicationNews(String event, Set<String> employees, String text, String href, Instant at) {

  public PublicationNews {
    employees = Set.copyOf(employees);
  }
}
