package io.stile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

class SessionValuesTest {

  record Offer(long task, String name, Instant until) {}

  private final SessionValues values = new SessionValues();

  @ParameterizedTest
  @ValueSource(strings = {"", "front1", "“Ünïcode”\n\u0000\uD83D\uDE00 {\"text\":1}"})
  void keepsTexts(String text) {
    assertThat(values.read(values.write(text))).isEqualTo(text);
  }

  @Test
  void keepsYesAndNoAndWholeNumbersOfTheirKind() {
    assertThat(List.<Object>of(true, false, 7, -1, 7L, Long.MAX_VALUE)).allSatisfy(value -> assertThat(values.read(values.write(value))).isEqualTo(value));
  }

  @Test
  void keepsRecordsOfOurs() {
    Offer offer = new Offer(1007, "Reserve the handset", Instant.parse("2026-03-02T08:00:00.123Z"));

    assertThat(values.read(values.write(offer))).isEqualTo(offer);
  }

  @Test
  void keepsTheTokenOfForms() {
    CsrfToken token = (CsrfToken) values.read(values.write(new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "0815")));

    assertThat(token.getToken()).isEqualTo("0815");
    assertThat(token.getHeaderName()).isEqualTo("X-CSRF-TOKEN");
    assertThat(token.getParameterName()).isEqualTo("_csrf");
  }

  @Test
  void keepsWhatOnePageLeavesForTheNextWithItsAddressAndItsEnd() {
    FlashMap flash = new FlashMap();
    flash.setTargetRequestPath("/requests/SR-1000426");
    flash.addTargetRequestParam("tab", "story");
    flash.setExpirationTime(1_800_000_000_000L);
    flash.put("message", "Sent.");
    flash.put("offer", new Offer(7, "Next", Instant.EPOCH));
    flash.put("nothing", null);

    @SuppressWarnings("unchecked")
    List<FlashMap> read = (List<FlashMap>) values.read(values.write(List.of(flash)));

    assertThat(read).singleElement().satisfies(same -> {
      assertThat(same.getTargetRequestPath()).isEqualTo(flash.getTargetRequestPath());
      assertThat(same.getTargetRequestParams()).isEqualTo(flash.getTargetRequestParams());
      assertThat(same.getExpirationTime()).isEqualTo(flash.getExpirationTime());
      assertThat(Map.copyOf(same)).isEqualTo(Map.of("message", "Sent.", "offer", new Offer(7, "Next", Instant.EPOCH)));
    });
  }

  @Test
  void refusesAnythingElseByItsName() {
    assertThatIllegalArgumentException().isThrownBy(() -> values.write(new StringBuilder("x"))).withMessageContaining("java.lang.StringBuilder");
    assertThatIllegalArgumentException().isThrownBy(() -> values.write(List.of("x"))).withMessageContaining("not a java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "no json", "{\"record\":\"java.lang.Runtime\",\"value\":{}}", "{\"record\":\"io.stile.Gone\",\"value\":{}}",
      "{\"record\":\"io.stile.Application\",\"value\":{}}", "{\"record\":\"javax.script.ScriptEngineManager\",\"value\":[]}", "{\"flashes\":[{}]}",
      "{\"record\":\"io.stile.web.SessionValuesTest$Offer\",\"value\":{\"other\":1}}"})
  void forgetsWhatItCannotReadInsteadOfFailing(String written) {
    assertThat(values.read(written.getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @Test
  void doesNotReadWhatJavaSerialises() {
    assertThat(values.read(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 0x74, 0, 1, 'x'})).isNull();
  }
}
