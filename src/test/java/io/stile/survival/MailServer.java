package io.stile.survival;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that takes everything and counts each Message-ID. Unlike a library's it lets a test act at the one moment that
 * matters: when it has taken a mail and said so, and the sender has not gone on yet.
 */
final class MailServer implements AutoCloseable {

  private final Map<String, Integer> taken = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private volatile Runnable afterTaking = () -> {};

  private MailServer(ServerSocket socket) {
    this.socket = socket;
  }

  static MailServer start() {
    try {
      MailServer server = new MailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread listening = new Thread(server::listen, "mail server");
      listening.setDaemon(true);
      listening.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How often each mail was taken, by Message-ID. */
  Map<String, Integer> taken() {
    return Map.copyOf(taken);
  }

  /** What to do when a mail was taken, before the sender, who waits for the answer to his farewell, can go on. */
  void afterTaking(Runnable action) {
    afterTaking = action;
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread conversation = new Thread(() -> converse(client), "mail server, conversation");
        conversation.setDaemon(true);
        conversation.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket client) {
    try (client; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = client.getOutputStream();
      say(out, "220 tests");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
        if (command.equals("DATA")) {
          say(out, "354 go on");
          take(in);
          say(out, "250 taken");
        } else if (command.equals("QUIT")) {
          afterTaking.run();
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 fine");
        }
      }
    } catch (IOException gone) {
      // A sender that was killed says no farewell.
      return;
    }
  }

  /** What ends before its last line was not handed over. */
  private void take(BufferedReader in) throws IOException {
    String id = "none";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new EOFException("the sender has gone in the middle of a mail");
      }
      if (id.equals("none") && line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
        id = line.substring("message-id:".length()).strip();
      }
    }
    taken.merge(id, 1, Integer::sum);
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
