package io.stile.request;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what a customer has asked for already, while somebody writes down what he asks for now. */
@Repository
public class SimilarRequests {

  private static final int MOST = 6;
  /** Fewer characters say too little to be compared. */
  private static final int SHORTEST = 8;
  /** What is typed beyond that says nothing new. */
  private static final int COMPARED = 1_000;
  /** From 0, nothing in common, to 1, the same: so much alike are texts that people would call similar. */
  private static final double ALIKE = 0.45;

  private final JdbcClient jdbc;
  private final Clock clock;

  SimilarRequests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Requests of a customer that are open, or have ended less than 30 days ago, and are of the same type or told in similar
   * words: open ones first, then the most similar, at most six. Those that were merged are left out.
   *
   * @param type  key of the request type that is being opened
   * @param words what the customer says, as far as it is typed; may be empty
   */
  public List<Request> of(long customer, String type, String words) {
    String typed = words == null ? "" : words.replace('\0', ' ').strip();
    String compared = typed.length() < SHORTEST ? "" : typed.substring(0, Math.min(typed.length(), COMPARED));
    return jdbc.sql("""
        select * from (
          select r.*, greatest(public.similarity(lower(r.told), lower(:words)),
            public.word_similarity(lower(:words), lower(r.told))) as alike
          from request r
          where r.customer = :customer and r.merged_into is null and (r.state = 'OPEN' or r.closed_at > :since)) as recent
        where type = :type or alike >= :alike
        order by state = 'OPEN' desc, alike desc, opened_at desc limit :most""")
        .param("words", compared).param("customer", customer).param("type", type).param("alike", ALIKE).param("most", MOST)
        .param("since", clock.instant().minus(AfterEnd.RECENT).atOffset(ZoneOffset.UTC))
        .query(RequestTable::request).list();
  }
}
