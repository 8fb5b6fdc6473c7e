package io.stile.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Which flows cross: for each the first one after it that it crosses, by their numbers. Two flows that share an end may meet, and cross
 * if each lies on both sides of the other; any others must not touch.
 */
final class Crossings {

  /** So many pairs of segments are looked at; whoever draws more on one spot has drawn nothing that can be read. */
  private static final int MOST = 500_000;

  private final BiPredicate<Integer, Integer> share;
  private final SortedMap<Integer, Integer> found = new TreeMap<>();

  private Crossings(BiPredicate<Integer, Integer> share) {
    this.share = share;
  }

  private record Piece(int flow, Segment segment) {}

  /** Empty if there are too many to look at. */
  static Optional<SortedMap<Integer, Integer>> among(List<List<Segment>> edges, BiPredicate<Integer, Integer> share) {
    List<Piece> pieces = new ArrayList<>();
    for (int flow = 0; flow < edges.size(); flow++) {
      for (Segment segment : edges.get(flow)) {
        pieces.add(new Piece(flow, segment));
      }
    }
    pieces.sort(Comparator.comparingDouble(piece -> piece.segment().left()));
    Crossings crossings = new Crossings(share);
    return crossings.sweep(pieces) ? Optional.of(crossings.found) : Optional.empty();
  }

  /** Goes from left to right; open are the pieces that reach as far as here. */
  private boolean sweep(List<Piece> pieces) {
    List<Piece> open = new ArrayList<>();
    int looked = 0;
    for (Piece one : pieces) {
      open.removeIf(other -> other.segment().right() < one.segment().left());
      looked += open.size();
      if (looked > MOST) {
        return false;
      }
      open.forEach(other -> compare(one, other));
      open.add(one);
    }
    return true;
  }

  private void compare(Piece one, Piece other) {
    int a = Math.min(one.flow(), other.flow());
    int b = Math.max(one.flow(), other.flow());
    if (a != b && found.getOrDefault(a, Integer.MAX_VALUE) > b && meet(one.segment(), other.segment(), a, b)) {
      found.put(a, b);
    }
  }

  private boolean meet(Segment one, Segment other, int a, int b) {
    boolean level = one.top() <= other.bottom() && other.top() <= one.bottom();
    return level && (share.test(a, b) ? one.crosses(other) : one.touches(other));
  }
}
