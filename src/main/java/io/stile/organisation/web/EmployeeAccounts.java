package io.stile.organisation.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.web.Account;
import io.stile.web.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever is employed here can sign in. */
@Component
class EmployeeAccounts implements Accounts {

  private final Organisation organisation;

  EmployeeAccounts(Organisation organisation) {
    this.organisation = organisation;
  }

  @Override
  public Optional<Account> bySignIn(String signIn) {
    return organisation.employee(signIn)
        .flatMap(employee -> organisation.passwordHash(signIn).map(hash -> account(employee, hash)));
  }

  private static Account account(Employee employee, String passwordHash) {
    return new Account(employee.signIn(), employee.name(), passwordHash,
        employee.roles().stream().map(Enum::name).collect(toUnmodifiableSet()), employee.zone(), employee.active());
  }
}
