package io.stile.consistency;

/**
 * A check between our own tables alone.
 *
 * @param table the rows that are looked at, as they stand behind {@code from}
 * @param sql   answers what does not agree, with the columns {@code request}, {@code about}, {@code expected}, {@code found}
 */
record SqlCheck(String name, String expects, String table, String sql) implements Check {

  @Override
  public long run(Snapshot snapshot, Findings found) {
    snapshot.jdbc().sql(sql).query(row -> {
      found.add(row.getString("request"), row.getString("about"), row.getString("expected"), row.getString("found"));
    });
    return snapshot.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
