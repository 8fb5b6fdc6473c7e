package io.stile.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a minute that a password matched a hash. A program sends its password with each request, and a good hash takes a tenth of a
 * second of processor time. What is kept is a keyed digest under a key that only this process has, never the password; and since the hash is
 * part of it, a changed password counts at once. Refusals are not remembered.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {

  static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MOST = 10_000;

  private final PasswordEncoder encoder;
  private final SecretKeySpec key;
  private final Cache<ByteBuffer, Boolean> matched;

  RememberingPasswordEncoder(PasswordEncoder encoder, Ticker ticker) {
    this.encoder = encoder;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, ALGORITHM);
    matched = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).ticker(ticker).build();
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    ByteBuffer digest = digest(password, hash);
    if (matched.getIfPresent(digest) != null) {
      return true;
    }
    boolean matches = encoder.matches(password, hash);
    if (matches) {
      matched.put(digest, true);
    }
    return matches;
  }

  @Override
  public String encode(CharSequence password) {
    return encoder.encode(password);
  }

  @Override
  public boolean upgradeEncoding(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private ByteBuffer digest(CharSequence password, String hash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return ByteBuffer.wrap(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Each Java platform has " + ALGORITHM, impossible);
    }
  }
}
