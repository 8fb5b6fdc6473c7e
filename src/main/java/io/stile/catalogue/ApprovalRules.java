package io.stile.catalogue;

import io.stile.audit.Audit;
import io.stile.audit.Changes;
import io.stile.audit.Subject;
import io.stile.catalogue.ApprovalRule.Kind;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the administrator has a second person approve what is published. */
@Service
public class ApprovalRules {

  private static final Subject SUBJECT = new Subject("setting", "approval", "Approval of publications");

  private final JdbcClient jdbc;
  private final Audit audit;

  ApprovalRules(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** The rule as it is now. */
  public ApprovalRule rule() {
    Set<String> models = new TreeSet<>(jdbc.sql("select model from publication_rule_model").query(String.class).list());
    return jdbc.sql("select approval, version from publication_rule")
        .query((row, index) -> new ApprovalRule(Kind.valueOf(row.getString("approval")), models, row.getInt("version"))).single();
  }

  /**
   * Changes the rule. What waits for its date already goes on as it was asked for.
   *
   * @param rule with the version that was seen
   * @throws PublicationRefused if somebody else has changed it meanwhile, or it is to hold for some models and none is named
   */
  @Transactional
  public void set(ApprovalRule rule) {
    if (rule.kind() == Kind.SOME && rule.models().isEmpty()) {
      throw PublicationRefused.invalid("models", "Choose the models for which a second person is asked, or “No model”.");
    }
    ApprovalRule before = rule();
    if (jdbc.sql("update publication_rule set approval = ?, version = version + 1 where version = ?")
        .params(rule.kind().name(), rule.version()).update() == 0) {
      throw PublicationRefused.conflict("Somebody else has changed this setting since you opened the page.");
    }
    jdbc.sql("delete from publication_rule_model").update();
    rule.models().forEach(model -> jdbc.sql("insert into publication_rule_model (model) values (?)").param(model).update());
    Changes changes = new Changes().add("Holds for", words(before), words(rule));
    if (!changes.isEmpty()) {
      audit.record("changed", SUBJECT, changes);
    }
  }

  private static Object words(ApprovalRule rule) {
    return switch (rule.kind()) {
      case NONE -> "no model";
      case SOME -> rule.models();
      case ALL -> "every model";
    };
  }
}
