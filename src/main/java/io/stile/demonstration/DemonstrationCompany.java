package io.stile.demonstration;

import io.stile.organisation.Organisation;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Meridian Mobile, a company to try Stile with. It is loaded once, into a database without any department, before the first page
 * is served; whoever changes or removes something keeps it so.
 */
@Component
@Profile("!prod")
class DemonstrationCompany implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCompany.class);
  /** Any number that nothing else locks on. */
  private static final long LOCK = 7_384_001;

  private final Organisation organisation;
  private final DemonstrationCompanyStaff staff;
  private final DemonstrationCompanyCustomers customers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DemonstrationCompany(Organisation organisation, DemonstrationCompanyStaff staff, DemonstrationCompanyCustomers customers,
      JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.organisation = organisation;
    this.staff = staff;
    this.customers = customers;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (organisation.departments().isEmpty()) {
      transaction.executeWithoutResult(status -> loadOnce());
    }
  }

  /** Two nodes that start on one empty database at once: the second waits, and then finds the company there. */
  private void loadOnce() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> { });
    if (organisation.departments().isEmpty()) {
      long started = System.nanoTime();
      staff.load(clock.instant());
      customers.load(clock.instant());
      LOG.info("loaded the demonstration company in {} ms", Duration.ofNanos(System.nanoTime() - started).toMillis());
    }
  }
}
