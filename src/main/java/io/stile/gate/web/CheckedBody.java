package io.stile.gate.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Has a file that is to be checked arrive as it was sent, whatever its sender says that it is: the server would read one that is called a web form as
 * parameters, and refuse one that is too large before anybody can say so in a finding.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class CheckedBody extends OncePerRequestFilter {

  /** What is read of a body that is too large and thrown away, so that its sender reads our answer instead of a broken connection. */
  private static final int MOST_THROWN_AWAY = 32 << 20;
  private static final long LONGEST_MS = 1_000;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !request.getRequestURI().equals(request.getContextPath() + CheckResource.PATH);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    chain.doFilter(new AsBytes(request), response);
    if (request.getUserPrincipal() != null) {
      throwAwayRest(request.getInputStream());
    }
  }

  private static void throwAwayRest(InputStream body) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long until = System.nanoTime() + LONGEST_MS * 1_000_000;
    for (int thrown = 0, read; thrown < MOST_THROWN_AWAY && System.nanoTime() < until && (read = body.read(buffer)) >= 0; thrown += read) {
      continue;
    }
  }

  private static final class AsBytes extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters = new TreeMap<>();

    AsBytes(HttpServletRequest request) {
      super(request);
      UriComponentsBuilder.newInstance().query(request.getQueryString()).build().getQueryParams()
          .forEach((name, values) -> parameters.put(name, values.stream().map(value -> value == null ? "" : value).toArray(String[]::new)));
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }

    @Override
    public long getContentLengthLong() {
      return -1;
    }

    @Override
    public int getContentLength() {
      return -1;
    }

    @Override
    public String getParameter(String name) {
      return parameters.containsKey(name) ? parameters.get(name)[0] : null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String[] getParameterValues(String name) {
      return parameters.get(name);
    }
  }
}
