package io.stile.gate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a file without knowing what it is. */
final class ByteMutations {

  private static final List<String> ENCODINGS = List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "IBM037");
  private static final List<String> PIECES = List.of("<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;&b;&b;\">]>", "<?xml version=\"1.1\"?>", "<?xml version=\"1.0\" encoding=\"UTF-7\"?>",
      "<!-- x -->", "<![CDATA[${x}]]>", "&b;", "&#x24;&#x7b;x}", "&#0;", "<?php ?>", "</", "\u0000", "\uFEFF", "{\"a\":", "[", "]", "}", ",", "\"", "\\u0000", "\\ud800", "1e999999999", "<a>",
      "xmlns:a='urn:a' ", "/>", "<script>", "99999999999999999999");

  private ByteMutations() {}

  static byte[] of(byte[] file, byte[] other, Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> flipped(file, random);
      case 1 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
      case 2 -> spliced(file, other, random);
      case 3 -> repeated(file, random);
      case 4 -> inserted(file, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), random);
      case 5 -> inserted(file, HostileTexts.any(random).getBytes(StandardCharsets.UTF_8), random);
      case 6 -> random.nextInt(4) == 0 ? new String(file, StandardCharsets.UTF_8).getBytes(Charset.forName(ENCODINGS.get(random.nextInt(ENCODINGS.size())))) : flipped(file, random);
      case 7 -> without(file, random);
      default -> nested(file, random);
    };
  }

  private static byte[] flipped(byte[] file, Random random) {
    byte[] changed = file.clone();
    for (int i = 0; i <= random.nextInt(4) && file.length > 0; i++) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private static byte[] spliced(byte[] file, byte[] other, Random random) {
    int from = random.nextInt(other.length + 1);
    return inserted(file, Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(2_000))), random);
  }

  private static byte[] repeated(byte[] file, Random random) {
    int from = random.nextInt(file.length + 1);
    byte[] slice = Arrays.copyOfRange(file, from, Math.min(file.length, from + 1 + random.nextInt(400)));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 1 << random.nextInt(12) && many.size() < 2_000_000; i++) {
      many.writeBytes(slice);
    }
    return inserted(file, many.toByteArray(), random);
  }

  private static byte[] nested(byte[] file, Random random) {
    String open = List.of("<a>", "{\"components\":[", "[", "(", "{\"a\":").get(random.nextInt(5));
    return inserted(file, open.repeat(1 << random.nextInt(17)).getBytes(StandardCharsets.UTF_8), random);
  }

  private static byte[] without(byte[] file, Random random) {
    int from = random.nextInt(file.length + 1);
    int until = Math.min(file.length, from + random.nextInt(200));
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    left.write(file, 0, from);
    left.write(file, until, file.length - until);
    return left.toByteArray();
  }

  private static byte[] inserted(byte[] file, byte[] piece, Random random) {
    int at = random.nextInt(file.length + 1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(file, 0, at);
    all.writeBytes(piece);
    all.write(file, at, file.length - at);
    return all.toByteArray();
  }
}
