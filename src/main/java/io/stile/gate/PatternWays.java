package io.stile.gate;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** In how many ways an automaton can read the same text. */
final class PatternWays {

  static final String TOO_MANY = "too many";
  private static final String TWO = "two";
  /** Steps of the search for all patterns of one form, about half a second; what needs more is refused rather than waited for. */
  static final int MOST_STEPS = 4_000_000;
  /** Ways without a loop: each is tried once for each place in the text. */
  private static final double MOST_CHOICES = 2_000;

  private final List<BitSet> characters;
  private final List<BitSet> next;
  private final BitSet first;
  private final int states;
  private final BitSet[] reachable;
  private final AtomicInteger left;

  /** @param left steps that may still be taken */
  PatternWays(List<BitSet> characters, List<BitSet> next, BitSet first, AtomicInteger left) {
    this.left = left;
    this.characters = characters;
    this.next = next;
    this.first = first;
    this.states = characters.size();
    this.reachable = new BitSet[states];
  }

  /** How the number of ways grows, empty if it stays within bounds. */
  Optional<String> refusal() {
    try {
      for (int state = 0; state < states; state++) {
        reachable[state] = from(state);
      }
      if (choices() > MOST_CHOICES) {
        return Optional.of(TWO);
      }
      for (int state = 0; state < states; state++) {
        if (isInLoop(state) && (hasTwoWaysAround(state) || leadsIntoAnother(state))) {
          return Optional.of(TWO);
        }
      }
      return Optional.empty();
    } catch (ArithmeticException exhausted) {
      return Optional.of(TOO_MANY);
    }
  }

  private BitSet from(int start) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    next.get(start).stream().forEach(state -> {
      seen.set(state);
      open.push(state);
    });
    while (!open.isEmpty()) {
      step();
      next.get(open.pop()).stream().filter(state -> !seen.get(state)).forEach(state -> {
        seen.set(state);
        open.push(state);
      });
    }
    return seen;
  }

  private boolean isInLoop(int state) {
    return reachable[state].get(state);
  }

  /** Upper bound of the ways that do not come from loops. */
  private double choices() {
    double ways = most(first);
    for (int state = 0; state < states && ways <= MOST_CHOICES; state++) {
      ways *= isInLoop(state) ? 1 : most(next.get(state));
    }
    return ways;
  }

  /** How many of these states at most can read the same character. */
  private int most(BitSet choice) {
    int[] count = new int[PatternTree.OTHERS + 1];
    int most = 1;
    for (int state = choice.nextSetBit(0); state >= 0; state = choice.nextSetBit(state + 1)) {
      for (int c = characters.get(state).nextSetBit(0); c >= 0; c = characters.get(state).nextSetBit(c + 1)) {
        most = Math.max(most, ++count[c]);
      }
    }
    return most;
  }

  private void step() {
    if (left.decrementAndGet() < 0) {
      throw new ArithmeticException("too many steps");
    }
  }

  /** Whether some text leads from the state back to it in two different ways. */
  private boolean hasTwoWaysAround(int start) {
    int self = start * states + start;
    for (int pair : pairsFrom(self)) {
      if (pair / states != pair % states && reachable[pair / states].get(start) && reachable[pair % states].get(start)
          && pairsFrom(pair).contains(self)) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> pairsFrom(int start) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty()) {
      int pair = open.pop();
      BitSet ones = next.get(pair / states);
      BitSet others = next.get(pair % states);
      for (int one = ones.nextSetBit(0); one >= 0; one = ones.nextSetBit(one + 1)) {
        for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
          step();
          if (characters.get(one).intersects(characters.get(other)) && seen.add(one * states + other)) {
            open.push(one * states + other);
          }
        }
      }
    }
    return seen;
  }

  /** Whether some text leads around this state, from it to another, and around that other one. */
  private boolean leadsIntoAnother(int start) {
    for (int end = reachable[start].nextSetBit(0); end >= 0; end = reachable[start].nextSetBit(end + 1)) {
      if (end != start && isInLoop(end) && characters.get(start).intersects(characters.get(end)) && isLed(start, end)) {
        return true;
      }
    }
    return false;
  }

  /** Looks for a text on which three readers go from (start, start, end) to (start, end, end). */
  private boolean isLed(int start, int end) {
    Set<Long> seen = new HashSet<>();
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {start, start, end});
    while (!open.isEmpty()) {
      int[] at = open.pop();
      for (int a = next.get(at[0]).nextSetBit(0); a >= 0; a = next.get(at[0]).nextSetBit(a + 1)) {
        for (int b = next.get(at[1]).nextSetBit(0); b >= 0; b = next.get(at[1]).nextSetBit(b + 1)) {
          step();
          BitSet both = both(characters.get(a), characters.get(b));
          for (int c = next.get(at[2]).nextSetBit(0); c >= 0 && !both.isEmpty(); c = next.get(at[2]).nextSetBit(c + 1)) {
            step();
            if (both.intersects(characters.get(c)) && reachesAll(a, b, c, start, end)) {
              if (a == start && b == end && c == end) {
                return true;
              }
              if (seen.add(((long) a * states + b) * states + c)) {
                open.push(new int[] {a, b, c});
              }
            }
          }
        }
      }
    }
    return false;
  }

  private boolean reachesAll(int a, int b, int c, int start, int end) {
    return reaches(a, start) && reaches(b, end) && reaches(c, end);
  }

  private boolean reaches(int from, int to) {
    return from == to || reachable[from].get(to);
  }

  private static BitSet both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }
}
