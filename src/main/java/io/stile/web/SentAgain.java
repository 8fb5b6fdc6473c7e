package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person asked for and did not get, so that the page that says so can ask for it again: nothing that was typed is lost.
 *
 * @param post    whether something was sent; otherwise a page was only to be read
 * @param address where it was sent, from the root, with its query
 * @param fields  what was sent, the token against forged forms included; empty if a password was among it
 * @param words   what was typed in words of one's own, to be read and copied
 */
record SentAgain(boolean post, String address, List<Field> fields, List<String> words) {

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
    return new SentAgain(true, request.getRequestURI(), fields, words(fields));
  }

  /** A key, a number or the answers of an island are nothing to read. */
  private static List<String> words(List<Field> fields) {
    return fields.stream().map(Field::value).filter(value -> value.strip().contains(" ") && !value.startsWith("{")).toList();
  }
}
