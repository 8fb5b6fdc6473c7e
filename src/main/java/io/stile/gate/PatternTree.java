package io.stile.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a JavaScript regular expression as far as its cost depends on it: which characters follow each other, what is repeated, what is a choice. */
final class PatternTree {

  /** Stands for every character beyond Latin 1: they are taken to be all alike, so that an overlap is rather seen once too often. */
  static final int OTHERS = 256;
  private static final int DEEPEST = 50;

  /** A part of the expression. */
  sealed interface Part permits One, Row, Choice, Repeat, Look {}

  /** One character out of some. */
  record One(BitSet characters) implements Part {}

  /** One part after the other; nothing at all if there is none. */
  record Row(List<Part> parts) implements Part {}

  record Choice(List<Part> parts) implements Part {}

  /** @param most -1 if there is no limit */
  record Repeat(Part part, int least, int most) implements Part {}

  /** Something that must lie ahead or behind, and is not consumed. */
  record Look(Part part) implements Part {}

  /** The text cannot be read; whoever carries it over to Java says why. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("not a pattern", null, false, false);
    }
  }

  private final String text;
  private int at;

  private PatternTree(String text) {
    this.text = text;
  }

  static Part read(String text) {
    PatternTree reader = new PatternTree(text);
    Part whole = reader.choice(0);
    if (reader.at < text.length()) {
      throw new Unreadable();
    }
    return whole;
  }

  private Part choice(int depth) {
    if (depth > DEEPEST) {
      throw new Unreadable();
    }
    List<Part> ways = new ArrayList<>();
    ways.add(row(depth));
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      ways.add(row(depth));
    }
    return ways.size() == 1 ? ways.get(0) : new Choice(ways);
  }

  private Part row(int depth) {
    List<Part> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      Part part = part(depth);
      parts.add(repeated(part));
    }
    return new Row(parts);
  }

  private Part part(int depth) {
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> group(depth);
      case '[' -> brackets();
      case '\\' -> escape();
      case '.' -> new One(without("\n\r"));
      case '^', '$' -> new Row(List.of());
      default -> new One(of(c));
    };
  }

  private Part group(int depth) {
    boolean look = text.startsWith("?=", at) || text.startsWith("?!", at) || text.startsWith("?<=", at) || text.startsWith("?<!", at);
    if (text.startsWith("?", at)) {
      int end = look ? at + (text.charAt(at + 1) == '<' ? 3 : 2) : text.startsWith("?:", at) ? at + 2 : text.indexOf('>', at) + 1;
      if (end <= at) {
        throw new Unreadable();
      }
      at = end;
    }
    Part inside = choice(depth + 1);
    if (at >= text.length()) {
      throw new Unreadable();
    }
    at++;
    return look ? new Look(inside) : inside;
  }

  private Part repeated(Part part) {
    if (at >= text.length()) {
      return part;
    }
    int[] count = count();
    if (count == null) {
      return part;
    }
    if (at < text.length() && text.charAt(at) == '?') {
      at++;
    }
    return new Repeat(part, count[0], count[1]);
  }

  /** The least and the most repetitions of what stands here, null if nothing is repeated. */
  private int[] count() {
    char c = text.charAt(at);
    if (c == '*' || c == '+' || c == '?') {
      at++;
      return new int[] {c == '+' ? 1 : 0, c == '?' ? 1 : -1};
    }
    int end = c == '{' ? text.indexOf('}', at) : -1;
    if (end < 0 || !text.substring(at + 1, end).matches("\\d{1,4}(,(\\d{1,4})?)?")) {
      return null;
    }
    String[] ends = text.substring(at + 1, end).split(",", -1);
    at = end + 1;
    int least = Integer.parseInt(ends[0]);
    return new int[] {least, ends.length == 1 ? least : ends[1].isEmpty() ? -1 : Integer.parseInt(ends[1])};
  }

  private Part brackets() {
    boolean negated = at < text.length() && text.charAt(at) == '^';
    at += negated ? 1 : 0;
    BitSet all = new BitSet();
    while (at < text.length() && text.charAt(at) != ']') {
      BitSet from = oneOfBrackets();
      if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
        at++;
        BitSet until = oneOfBrackets();
        all.set(from.nextSetBit(0), Math.max(from.nextSetBit(0), until.length() - 1) + 1);
      }
      all.or(from);
    }
    if (at >= text.length()) {
      throw new Unreadable();
    }
    at++;
    if (negated) {
      all.flip(0, OTHERS);
      all.set(OTHERS);
    }
    return new One(all);
  }

  private BitSet oneOfBrackets() {
    char c = text.charAt(at++);
    if (c == '\\' && at < text.length() && text.charAt(at) == 'b') {
      at++;
      return of('\b');
    }
    return c == '\\' && escape() instanceof One one ? one.characters() : of(c);
  }

  private Part escape() {
    if (at >= text.length()) {
      throw new Unreadable();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'd' -> new One(digits());
      case 'D' -> new One(not(digits()));
      case 'w' -> new One(word());
      case 'W' -> new One(not(word()));
      case 's' -> new One(space());
      case 'S' -> new One(not(space()));
      case 'b', 'B' -> new Row(List.of());
      case 'n' -> new One(of('\n'));
      case 'r' -> new One(of('\r'));
      case 't' -> new One(of('\t'));
      case 'f' -> new One(of('\f'));
      case 'v' -> new One(of('\u000B'));
      case 'x', 'u' -> coded(c == 'x' ? 2 : 4);
      default -> new One(of(c));
    };
  }

  private Part coded(int digits) {
    String code = text.substring(at, Math.min(text.length(), at + digits));
    if (!code.matches("[0-9a-fA-F]{" + digits + "}")) {
      throw new Unreadable();
    }
    at += digits;
    return new One(of((char) Integer.parseInt(code, 16)));
  }

  private static BitSet of(char c) {
    BitSet one = new BitSet();
    one.set(Math.min(c, OTHERS));
    return one;
  }

  private static BitSet not(BitSet some) {
    BitSet others = (BitSet) some.clone();
    others.flip(0, OTHERS);
    others.set(OTHERS);
    return others;
  }

  private static BitSet without(String some) {
    BitSet left = new BitSet();
    some.chars().forEach(left::set);
    return not(left);
  }

  private static BitSet digits() {
    BitSet digits = new BitSet();
    digits.set('0', '9' + 1);
    return digits;
  }

  private static BitSet word() {
    BitSet word = digits();
    word.set('A', 'Z' + 1);
    word.set('a', 'z' + 1);
    word.set('_');
    return word;
  }

  private static BitSet space() {
    BitSet space = new BitSet();
    space.set('\t', '\r' + 1);
    space.set(' ');
    space.set('\u00A0');
    space.set(OTHERS);
    return space;
  }
}
