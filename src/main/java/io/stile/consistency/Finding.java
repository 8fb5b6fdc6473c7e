package io.stile.consistency;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One place where two sides tell different stories. Programs know it by a name of its own: the gate has findings, too.
 *
 * @param check    name of the check that found it
 * @param request  number of the request that it concerns; null if it concerns none
 * @param about    the thing that was looked at: {@code task 1004}
 * @param expected what should be there
 * @param found    what is there
 */
@Schema(name = "Inconsistency")
public record Finding(String check, String request, String about, String expected, String found) {}
