package io.stile.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads phone numbers in any way of writing and writes them for people. */
@Component
public class PhoneNumbers {

  /** What people write in a phone number; a letter would make the library read "FLOWERS" as digits. */
  private static final Pattern WRITTEN = Pattern.compile("\\+?[\\p{Nd}\\s().,/\\-\\u2010-\\u2015\\u2212\\u00a0]+");
  private static final int LEAST_DIGITS = 3;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final String region;

  /** @param region two capital letters: where a number without a country code is from */
  PhoneNumbers(@Value("${stile.region:DE}") String region) {
    if (!library.getSupportedRegions().contains(region)) {
      throw new IllegalArgumentException("stile.region '%s': expected a country of two capital letters, for example DE".formatted(region));
    }
    this.region = region;
  }

  /** The number in E.164; empty if what is typed is not a whole number that could exist. */
  public Optional<String> e164(String typed) {
    return looksLikeOne(typed) ? parse(typed).map(number -> library.format(number, PhoneNumberFormat.E164)) : Optional.empty();
  }

  /** A number in E.164 as people write it: {@code +49 30 12345}; anything else as it is. */
  public String written(String e164) {
    return parse(e164).map(number -> library.format(number, PhoneNumberFormat.INTERNATIONAL)).orElse(e164);
  }

  /**
   * The digits of a piece of a number as they would stand in E.164: without the signs between them, and without the
   * zeros that lead a national (030) or an international (0049) number. Empty if it is no such piece.
   */
  Optional<String> digits(String typed) {
    if (!looksLikeOne(typed)) {
      return Optional.empty();
    }
    String digits = PhoneNumberUtil.normalizeDigitsOnly(typed.replace("(0)", "")).replaceFirst("^0{1,2}", "");
    return digits.length() < LEAST_DIGITS ? Optional.empty() : Optional.of(digits);
  }

  private Optional<PhoneNumber> parse(String typed) {
    try {
      PhoneNumber number = library.parse(typed, region);
      return library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  private static boolean looksLikeOne(String typed) {
    return typed != null && WRITTEN.matcher(typed.strip()).matches();
  }
}
