package io.stile.request;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests go on as others. The database sees to it that every way ends, in a request that was not merged. */
@Component
public class Merges {

  private final JdbcClient jdbc;

  Merges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The request into which one was merged; empty if it was not. */
  public Optional<String> intoOf(String number) {
    return jdbc.sql("select merged_into from request where number = ? and merged_into is not null").param(number)
        .query(String.class).optional();
  }

  /** The request as which one goes on, however often it was merged; itself if it was not. */
  public String survivorOf(String number) {
    return intoOf(number).map(this::survivorOf).orElse(number);
  }

  /** The requests that were merged into one, also by way of others; in the order of their numbers. */
  public List<String> mergedInto(String number) {
    return jdbc.sql("""
        with recursive merged (number) as (
          select r.number from request r where r.merged_into = ?
          union select r.number from request r join merged m on r.merged_into = m.number)
        select number from merged order by stile.request_order(number)""").param(number).query(String.class).list();
  }

  void keep(String number, String into) {
    jdbc.sql("update request set merged_into = ?, outcome = ? where number = ?").params(into, "Merged into " + into, number)
        .update();
  }
}
