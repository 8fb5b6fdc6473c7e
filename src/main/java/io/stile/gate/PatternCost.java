package io.stile.gate;

import io.stile.gate.PatternTree.Choice;
import io.stile.gate.PatternTree.Look;
import io.stile.gate.PatternTree.One;
import io.stile.gate.PatternTree.Part;
import io.stile.gate.PatternTree.Repeat;
import io.stile.gate.PatternTree.Row;
import io.stile.gate.PatternTree.Unreadable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether a browser checks a pattern in time, whatever is typed. A browser tries one way after the other; where the same text can be read in
 * many ways, it tries them all before it gives up.
 *
 * <p>The pattern becomes an automaton whose states are the characters of the pattern (Glushkov); that a text can be read in ever more ways shows
 * in its loops (Weber and Seidl 1991): two ways around the same loop make it exponential, a loop that leads into another with the same text makes
 * it quadratic or worse.
 */
final class PatternCost {

  private static final int LONGEST = 500;
  private static final int MOST_STATES = 400;
  private static final int MOST_COPIES = 32;
  private static final int MOST_OPTIONAL_COPIES = 3;

  private static final String TWO_WAYS = "could keep a browser busy for ever, because the same text can be read in many ways. "
      + "Do not repeat what is repeated already, and let what is repeated begin and end differently";
  private static final String EMPTY_REPEATED = "repeats something that may be empty, which could keep a browser busy for ever. Repeat what cannot be empty";

  /** Why a pattern cannot be used; carries no trace, because it is an answer. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why, null, false, false);
    }
  }

  /** A part of the automaton: what it can begin and end with, and whether it can be passed without a character. */
  private record Piece(boolean empty, BitSet first, BitSet last) {}

  private final List<BitSet> characters = new ArrayList<>();
  private final List<BitSet> next = new ArrayList<>();

  private final AtomicInteger left;

  private PatternCost(AtomicInteger left) {
    this.left = left;
  }

  /**
   * Why the pattern cannot be used, empty if it can, or if it is no pattern at all, which others say.
   *
   * @param left how many steps may still be taken to find out; fewer afterwards
   */
  static Optional<String> refusal(String pattern, AtomicInteger left) {
    if (pattern.length() > LONGEST) {
      return Optional.of("has %,d characters. Use at most %d.".formatted(pattern.length(), LONGEST));
    }
    Optional<String> unseen = PlainText.flaw(pattern, LONGEST, false);
    if (unseen.isPresent()) {
      return unseen;
    }
    try {
      check(PatternTree.read(pattern), left);
      return Optional.empty();
    } catch (Unreadable unreadable) {
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of("%s. It was %s.".formatted(refused.getMessage(), Quoted.of(pattern)));
    }
  }

  private static void check(Part whole, AtomicInteger left) {
    PatternCost automaton = new PatternCost(left);
    Piece piece = automaton.piece(whole, false);
    new PatternWays(automaton.characters, automaton.next, piece.first(), left).refusal().ifPresent(how -> {
      throw new Refused(how.equals(PatternWays.TOO_MANY) ? "is too complicated. Check less with it" : TWO_WAYS);
    });
  }

  private Piece piece(Part part, boolean repeated) {
    if (part instanceof One one) {
      return state(one.characters());
    }
    if (part instanceof Row row) {
      Piece all = nothing();
      for (Part each : row.parts()) {
        all = after(all, piece(each, repeated));
      }
      return all;
    }
    if (part instanceof Choice choice) {
      Piece all = new Piece(false, new BitSet(), new BitSet());
      for (Part way : choice.parts()) {
        all = either(all, piece(way, repeated));
      }
      return all;
    }
    if (part instanceof Look look) {
      if (repeated) {
        throw new Refused("looks ahead or behind within a repetition. Look once, at the beginning");
      }
      check(look.part(), left);
      return nothing();
    }
    return repeat((Repeat) part, repeated);
  }

  private Piece repeat(Repeat repeat, boolean repeated) {
    boolean once = repeat.most() == 1 || repeat.most() == 0;
    if (once) {
      Piece piece = piece(repeat.part(), repeated);
      return repeat.least() == 0 ? new Piece(true, piece.first(), piece.last()) : piece;
    }
    if (repeat.part() instanceof One one) {
      return copies(one, repeat);
    }
    Piece piece = piece(repeat.part(), true);
    if (piece.empty()) {
      throw new Refused(EMPTY_REPEATED);
    }
    loop(piece);
    return repeat.least() == 0 ? new Piece(true, piece.first(), piece.last()) : piece;
  }

  /** A character that is repeated a few times stands for itself that often; from some number on it counts as a loop. */
  private Piece copies(One one, Repeat repeat) {
    Piece all = nothing();
    boolean many = repeat.least() > MOST_COPIES;
    for (int i = 0; i < (many ? 0 : repeat.least()); i++) {
      all = after(all, state(one.characters()));
    }
    int optional = repeat.most() < 0 ? Integer.MAX_VALUE : repeat.most() - repeat.least();
    if (many || optional > MOST_OPTIONAL_COPIES) {
      Piece loop = state(one.characters());
      loop(loop);
      return after(all, new Piece(!many, loop.first(), loop.last()));
    }
    Piece tail = nothing();
    for (int i = 0; i < optional; i++) {
      Piece more = after(state(one.characters()), tail);
      tail = new Piece(true, more.first(), more.last());
    }
    return after(all, tail);
  }

  private Piece state(BitSet of) {
    if (characters.size() == MOST_STATES) {
      throw new Refused("is too long when its repetitions are written out. Check less with it");
    }
    BitSet self = new BitSet();
    self.set(characters.size());
    characters.add(of);
    next.add(new BitSet());
    return new Piece(false, self, (BitSet) self.clone());
  }

  private static Piece nothing() {
    return new Piece(true, new BitSet(), new BitSet());
  }

  private Piece after(Piece one, Piece other) {
    one.last().stream().forEach(state -> next.get(state).or(other.first()));
    BitSet first = (BitSet) one.first().clone();
    if (one.empty()) {
      first.or(other.first());
    }
    BitSet last = (BitSet) other.last().clone();
    if (other.empty()) {
      last.or(one.last());
    }
    return new Piece(one.empty() && other.empty(), first, last);
  }

  private static Piece either(Piece one, Piece other) {
    BitSet first = (BitSet) one.first().clone();
    first.or(other.first());
    BitSet last = (BitSet) one.last().clone();
    last.or(other.last());
    return new Piece(one.empty() || other.empty(), first, last);
  }

  /** Leads from the end back to the beginning; a way that is there already would be a second one with the same text. */
  private void loop(Piece piece) {
    piece.last().stream().forEach(state -> {
      if (next.get(state).intersects(piece.first())) {
        throw new Refused(TWO_WAYS);
      }
      next.get(state).or(piece.first());
    });
  }
}
