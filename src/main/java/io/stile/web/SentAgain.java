package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a person asked for and did not get, so that the page that says so can ask for it again: nothing that was typed is lost.
 *
 * @param post    whether something was sent; otherwise a page was only to be read
 * @param address where it was sent, from the root, with its query
 * @param fields  what was sent, the token against forged forms included; empty if a password was among it
 * @param typed   those of the fields that a person can have typed
 */
record SentAgain(boolean post, String address, List<Field> fields, List<Field> typed) {

  /** A field of a form. */
  record Field(String name, String value) {}

  static SentAgain of(HttpServletRequest request) {
    boolean post = request.getMethod().equals("POST");
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    Map<String, String[]> sent = request.getParameterMap();
    boolean secret = sent.keySet().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("password"));
    if (!post || secret) {
      return new SentAgain(false, post ? request.getContextPath() + "/" : request.getRequestURI() + query, List.of(), List.of());
    }
    List<Field> fields = sent.entrySet().stream()
        .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value))).toList();
    return new SentAgain(true, request.getRequestURI(), fields, typed(fields).toList());
  }

  private static Stream<Field> typed(List<Field> fields) {
    return fields.stream().filter(field -> !field.name().startsWith("_") && !field.value().isBlank());
  }
}
