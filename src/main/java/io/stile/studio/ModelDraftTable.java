package io.stile.studio;

import io.stile.engine.ModelVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the drafts. */
@Repository
class ModelDraftTable {

  private final JdbcClient jdbc;

  ModelDraftTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the draft of a model unless there is one, and waits for whoever changes it at this instant. */
  void begin(String model, ModelVersion basedOn, String by, Instant at) {
    jdbc.sql("insert into studio_draft (model, based_on, begun_by, begun_at) values (?, ?, ?, ?) on conflict (model) do nothing")
        .params(model, basedOn == null ? null : basedOn.id(), by, utc(at)).update();
    lock(model);
  }

  /** Waits for whoever changes the draft at this instant; false if there is none. */
  boolean lock(String model) {
    return jdbc.sql("select 1 from studio_draft where model = ? for update").param(model).query(Integer.class).optional().isPresent();
  }

  long save(String model, String path, String content, String by, Instant at) {
    return jdbc.sql("""
        insert into studio_draft_file (model, path, content, revision, saved_by, saved_at)
        values (?, ?, ?, nextval('studio_revision'), ?, ?)
        on conflict (model, path) do update set content = excluded.content, revision = excluded.revision,
          saved_by = excluded.saved_by, saved_at = excluded.saved_at
        returning revision""").params(model, path, content, by, utc(at)).query(Long.class).single();
  }

  void forget(String model, String path) {
    jdbc.sql("delete from studio_draft_file where model = ? and path = ?").params(model, path).update();
  }

  boolean delete(String model) {
    return jdbc.sql("delete from studio_draft where model = ?").param(model).update() == 1;
  }

  void rebase(String model, ModelVersion version) {
    jdbc.sql("update studio_draft set based_on = ? where model = ?").params(version.id(), model).update();
  }

  void imported(String model, String digest) {
    jdbc.sql("update studio_draft set imported = ? where model = ?").params(digest, model).update();
  }

  Optional<String> imported(String model) {
    return jdbc.sql("select imported from studio_draft where model = ? and imported is not null").param(model).query(String.class).optional();
  }

  Optional<DraftFile> file(String model, String path) {
    return jdbc.sql("select * from studio_draft_file where model = ? and path = ?").params(model, path).query(ModelDraftTable::file).optional();
  }

  List<DraftFile> files(String model) {
    return jdbc.sql("select * from studio_draft_file where model = ? order by path").param(model).query(ModelDraftTable::file).list();
  }

  Optional<ModelDraft> of(String model) {
    return jdbc.sql("select * from studio_draft where model = ?").param(model).query((row, index) -> draft(row)).optional();
  }

  List<ModelDraft> all() {
    return jdbc.sql("select * from studio_draft order by model").query((row, index) -> draft(row)).list();
  }

  private ModelDraft draft(ResultSet row) throws SQLException {
    String model = row.getString("model");
    String basedOn = row.getString("based_on");
    return new ModelDraft(model, basedOn == null ? null : new ModelVersion(basedOn), row.getString("begun_by"),
        row.getTimestamp("begun_at").toInstant(), files(model));
  }

  private static DraftFile file(ResultSet row, int index) throws SQLException {
    Timestamp at = row.getTimestamp("saved_at");
    return new DraftFile(row.getString("path"), row.getString("content"), row.getLong("revision"), row.getString("saved_by"), at.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
