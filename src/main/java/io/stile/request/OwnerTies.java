package io.stile.request;

import io.stile.organisation.Role;
import io.stile.organisation.Tie;
import io.stile.organisation.Ties;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody who owns open requests cannot leave: each needs an owner at every instant. */
@Component
class OwnerTies implements Ties {

  private final JdbcClient jdbc;

  OwnerTies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Tie> ofEmployee(String signIn) {
    return jdbc.sql("select number, type_name from request where owner = ? and state = 'OPEN' order by due_at, number").param(signIn)
        .query((row, index) -> new Tie("owns %s, %s".formatted(row.getString("number"), row.getString("type_name")),
            "/requests/" + row.getString("number"))).list();
  }

  /** Who talks with customers owns their requests; whoever does not any more hands them over first. */
  @Override
  public List<Tie> ofRole(String signIn, Role role) {
    return role == Role.FRONT_OFFICE ? ofEmployee(signIn) : List.of();
  }

  @Override
  public List<Tie> ofMember(String signIn, String department) {
    return List.of();
  }

  @Override
  public List<Tie> ofDepartment(String key) {
    return List.of();
  }
}
