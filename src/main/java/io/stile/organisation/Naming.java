package io.stile.organisation;

/**
 * Something that names a part of the organisation by its key.
 *
 * @param by what names it, for people: {@code Phone swap}
 * @param href where that can be looked at, from the root
 * @param kind what it takes the key to be the key of
 */
public record Naming(String by, String href, Kind kind, String key) {

  /** What can be named. */
  public enum Kind { DEPARTMENT, CALENDAR, EMPLOYEE }
}
