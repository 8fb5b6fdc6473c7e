package io.stile.customer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed into the search field, and what it can be. */
record Typed(String text, PhoneNumbers phones) {

  private static final int LONGEST = 200;
  private static final Pattern CONTRACT = Pattern.compile("([A-Za-z]{0,3})[\\s-]*([0-9]{3,12})");

  /** Without control characters (PostgreSQL refuses one of them) and cut to a length that no customer's facts exceed. */
  static Typed of(String typed, PhoneNumbers phones) {
    String text = typed == null ? "" : typed.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
    return new Typed(text.length() > LONGEST ? text.substring(0, LONGEST) : text, phones);
  }

  /** A name has letters. */
  Optional<String> name() {
    return Optional.of(text).filter(Typed::hasLetter).map(NameSpelling::firstNameFirst);
  }

  Optional<String> wholePhone() {
    return phones.e164(text);
  }

  Optional<String> pieceOfPhone() {
    return phones.digits(text);
  }

  /** An address, or a piece of one, has no spaces. */
  Optional<String> email() {
    boolean can = text.length() >= 3 && hasLetter(text) && text.chars().noneMatch(Character::isWhitespace);
    return can ? Optional.of(text) : Optional.empty();
  }

  /** The digits of a contract number; letters in front are only a help for the eye, and can be left out. */
  Optional<ContractNumber> contract() {
    Matcher matcher = CONTRACT.matcher(text);
    return matcher.matches() ? Optional.of(new ContractNumber(matcher.group(1).toUpperCase(Locale.ROOT), matcher.group(2)))
        : Optional.empty();
  }

  /** @param letters can be empty: any */
  record ContractNumber(String letters, String digits) {
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
