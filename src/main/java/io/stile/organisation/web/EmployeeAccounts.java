package io.stile.organisation.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Password;
import io.stile.organisation.Passwords;
import io.stile.web.Account;
import io.stile.web.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever is employed here can sign in. */
@Component
class EmployeeAccounts implements Accounts {

  private final Organisation organisation;
  private final Passwords passwords;

  EmployeeAccounts(Organisation organisation, Passwords passwords) {
    this.organisation = organisation;
    this.passwords = passwords;
  }

  @Override
  public Optional<Account> bySignIn(String signIn) {
    return organisation.employee(signIn).flatMap(employee -> passwords.of(signIn).map(password -> account(employee, password)));
  }

  private static Account account(Employee employee, Password password) {
    return new Account(employee.signIn(), employee.name(), password.hash(),
        employee.roles().stream().map(Enum::name).collect(toUnmodifiableSet()), employee.zone(), employee.active(),
        password.temporary());
  }
}
