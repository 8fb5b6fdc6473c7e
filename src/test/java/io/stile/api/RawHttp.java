package io.stile.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks HTTP without a client's scruples: addresses, methods and bodies go out as they are. */
final class RawHttp {

  private static final int PATIENCE_MS = 20_000;

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /** What came back, status line and headers and body, as it was. */
  String send(String method, String target, String... headersAndBody) {
    String credential = Base64.getEncoder().encodeToString("front1:stile".getBytes(StandardCharsets.UTF_8));
    String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
        + credential + "\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write((head + String.join("\r\n", headersAndBody) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
