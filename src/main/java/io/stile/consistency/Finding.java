package io.stile.consistency;

/**
 * One place where two sides tell different stories.
 *
 * @param check    name of the check that found it
 * @param request  number of the request that it concerns; null if it concerns none
 * @param about    the thing that was looked at: {@code task 1004}
 * @param expected what should be there
 * @param found    what is there
 */
public record Finding(String check, String request, String about, String expected, String found) {}
