package io.stile.gate;

/**
 * Something that is wrong with a file.
 *
 * @param element  id of the element that it concerns, shown on the drawing; the file's own id or name if it concerns all of it; never null
 * @param place    where in the element: an attribute, a property, a text, a cell ({@code candidateGroups}, {@code rule 3, output 1});
 *                 empty if the element as a whole is meant
 * @param rule     key of the rule, the same everywhere: in the browser, in the build and in the documentation
 * @param severity what it prevents
 * @param message  what was found and what to do instead, in a sentence for people; whatever it quotes is shortened
 */
public record Finding(String element, String place, String rule, Severity severity, String message) {}
