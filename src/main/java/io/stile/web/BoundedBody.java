package io.stile.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A call whose body ends in a refusal once it is too long, also where its sender did not say how long it is. */
final class BoundedBody extends HttpServletRequestWrapper {

  private final int most;
  private ServletInputStream body;

  /** @param most bytes */
  BoundedBody(HttpServletRequest request, int most) {
    super(request);
    this.most = most;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new Counted(super.getInputStream());
    }
    return body;
  }

  private final class Counted extends ServletInputStream {

    private final ServletInputStream bytes;
    private long read;

    Counted(ServletInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      int next = bytes.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int found = bytes.read(into, from, length);
      count(found);
      return found;
    }

    private void count(int more) {
      read += Math.max(0, more);
      if (read > most) {
        throw new Refusal(Problem.tooLarge(most));
      }
    }

    @Override
    public boolean isFinished() {
      return bytes.isFinished();
    }

    @Override
    public boolean isReady() {
      return bytes.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      bytes.setReadListener(listener);
    }
  }
}
