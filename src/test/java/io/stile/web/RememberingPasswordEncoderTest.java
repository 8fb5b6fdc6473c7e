package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CountingEncoder slow = new CountingEncoder();
  private final RememberingPasswordEncoder encoder = new RememberingPasswordEncoder(slow, nanos::get);

  @Test
  void asksTheSlowEncoderOnceAMinute() {
    assertThat(encoder.matches("stile", "hash of stile")).isTrue();
    assertThat(encoder.matches("stile", "hash of stile")).isTrue();
    assertThat(slow.asked).isEqualTo(1);

    nanos.addAndGet(RememberingPasswordEncoder.REMEMBERED.toNanos());
    assertThat(encoder.matches("stile", "hash of stile")).isTrue();
    assertThat(slow.asked).isEqualTo(2);
  }

  @Test
  void refusesAnotherPasswordAlsoWhenOneIsRemembered() {
    encoder.matches("stile", "hash of stile");
    assertThat(encoder.matches("style", "hash of stile")).isFalse();
  }

  @Test
  void refusesTheOldPasswordAsSoonAsTheHashHasChanged() {
    encoder.matches("stile", "hash of stile");
    assertThat(encoder.matches("stile", "hash of fence")).isFalse();
  }

  @Test
  void asksAgainAfterARefusal() {
    encoder.matches("wrong", "hash of stile");
    encoder.matches("wrong", "hash of stile");
    assertThat(slow.asked).isEqualTo(2);
  }

  private static final class CountingEncoder implements PasswordEncoder {

    private int asked;

    @Override
    public String encode(CharSequence password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
      asked++;
      return encode(password).equals(hash);
    }
  }
}
