package io.stile.draft;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a save.
 *
 * @param draft   the draft in which the text is now
 * @param version its version
 * @param at      when it was kept
 * @param other   when the draft that was meant was changed elsewhere, so that this one was made beside it; else null
 * @param ended   whether the draft was sent or discarded meanwhile, so that nothing is kept any more
 */
public record Kept(UUID draft, int version, Instant at, Instant other, boolean ended) {}
