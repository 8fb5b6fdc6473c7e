package io.stile.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * An attempt at a call that its sender can repeat without harm.
 *
 * @param signIn who calls; two people may use the same key
 * @param key what the sender calls this call
 * @param hash of what was sent; the same key for something else is a mistake
 * @param token names this attempt
 */
record IdempotentCall(String signIn, String key, byte[] hash, UUID token) {

  static IdempotentCall of(String signIn, String key, String line, byte[] body) {
    MessageDigest digest = sha256();
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return new IdempotentCall(signIn, key, digest.digest(body), UUID.randomUUID());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What came of a call; location and content type can be null. */
  record Answer(int status, String location, String contentType, byte[] body) {}

  /**
   * What is known of the call of a key.
   *
   * @param answer null while there is none
   * @param worked whether its work has been committed
   */
  record Known(byte[] hash, Answer answer, boolean worked, boolean stale) {

    boolean isOf(IdempotentCall call) {
      return MessageDigest.isEqual(hash, call.hash());
    }
  }
}
