package io.stile.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Names what a program has read ({@code ETag}), so that it can ask to change only that ({@code If-Match}, RFC 9110 section 13.1.1).
 * The name is a digest of everything that was read: it changes with whatever changes there, whoever changes it.
 */
@Component
public class EntityTags {

  /** What programs call the header. */
  public static final String IF_MATCH = "If-Match";
  /** Half of the digest: two representations of one thing meet by chance once in 2⁶⁴. */
  private static final int BYTES = 16;
  private static final String ANY = "*";

  private final ObjectWriter writer;

  EntityTags(ObjectMapper mapper) {
    writer = mapper.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /**
   * The strong tag of a representation, in quotes.
   *
   * @param representation what a program reads, as it is written to it
   */
  public String of(Object representation) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(writer.writeValueAsBytes(representation));
      return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + '"';
    } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Refuses to change what is not what the caller has read. Ask under the lock that the change takes.
   *
   * @param ifMatch the header: tags in quotes, or {@code *} for whatever is there; null or empty asks for nothing
   * @param current what a program would read now
   * @throws Refusal {@code 412} if none of the tags is that of what is there, {@code 400} if the header holds no tag
   */
  public void require(String ifMatch, Object current) {
    if (ifMatch == null || ifMatch.isBlank() || ANY.equals(ifMatch.strip())) {
      return;
    }
    List<ETag> tags = ETag.parse(ifMatch);
    if (tags.isEmpty()) {
      throw new Refusal(Problem.of("bad-request", HttpStatus.BAD_REQUEST, Problem.NOT_UNDERSTOOD,
          "\"%s\" is no tag for If-Match; expected the ETag of an earlier answer, in quotes.".formatted(ifMatch)));
    }
    String present = of(current);
    // A weak tag says that two representations are much the same, which is not enough to write on (RFC 9110 section 8.8.3.2).
    if (tags.stream().noneMatch(tag -> !tag.weak() && present.equals(tag.formattedTag()))) {
      throw new Refusal(Problem.of("precondition-failed", HttpStatus.PRECONDITION_FAILED, "Changed meanwhile",
          "It is not what you have read any more: its tag is %s now. Nothing was changed; read it again."
              .formatted(present)));
    }
  }
}
