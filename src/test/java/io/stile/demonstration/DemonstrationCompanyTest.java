package io.stile.demonstration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.stile.customer.Contract;
import io.stile.customer.Customer;
import io.stile.customer.CustomerMatch;
import io.stile.customer.Customers;
import io.stile.customer.DeviceClass;
import io.stile.organisation.Calendars;
import io.stile.organisation.Department;
import io.stile.organisation.Duty;
import io.stile.organisation.Employee;
import io.stile.organisation.Organisation;
import io.stile.organisation.Role;
import io.stile.testkit.StileTest;
import io.stile.testkit.TestClock;
import io.stile.web.SignInHint;
import io.stile.web.SignInHints;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@StileTest
class DemonstrationCompanyTest {

  private static final List<String> PROMISED = List.of("front1", "front2", "front.lead", "logistics1", "logistics.lead", "billing1",
      "billing2", "billing.lead", "network1", "network.lead", "finance1", "finance.lead", "quality.lead", "owner.phone-swap",
      "owner.billing-dispute", "manager", "admin");
  private static final LocalDate LOADED = LocalDate.ofInstant(Instant.parse(TestClock.START), ZoneId.of("Europe/Berlin"));

  @Autowired
  DemonstrationCompany company;
  @Autowired
  Organisation organisation;
  @Autowired
  Calendars calendars;
  @Autowired
  Duty duty;
  @Autowired
  Customers customers;
  @Autowired
  SignInHints signIns;
  @Autowired
  PasswordEncoder passwords;
  @Autowired
  JdbcClient jdbc;

  @Test
  void hasEverybodyWhomScriptsSignInAs() {
    assertThat(PROMISED).allSatisfy(signIn -> {
      assertThat(organisation.employee(signIn)).hasValueSatisfying(employee -> assertThat(employee.active()).isTrue());
      assertThat(organisation.passwordHash(signIn)).hasValueSatisfying(hash -> assertThat(hash).isNotBlank());
    });
    assertThat(passwords.matches("stile", organisation.passwordHash("front1").orElseThrow())).isTrue();
  }

  @Test
  void offersThemOnTheSignInPage() {
    assertThat(signIns.password()).isEqualTo("stile");
    assertThat(signIns.hints()).extracting(SignInHint::signIn).containsExactlyInAnyOrderElementsOf(PROMISED);
    assertThat(signIns.hints()).extracting(SignInHint::description).allSatisfy(text -> assertThat(text).contains(", "));
  }

  @Test
  void worksInSixDepartmentsAndTwoZones() {
    assertThat(organisation.departments()).extracting(Department::key)
        .contains("front-office", "logistics", "billing", "network-operations", "finance", "quality");
    assertThat(calendars.byKey("front-office").zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(calendars.byKey("network-operations").zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    assertThat(organisation.employees()).extracting(Employee::zone).contains(ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/Lisbon"));
    assertThat(organisation.departments()).allSatisfy(department -> assertThat(calendars.exists(department.calendar())).isTrue());
  }

  @Test
  void hasALeadInEachDepartmentWhoIsAMemberAndALead() {
    for (Department department : List.of("front-office", "logistics", "billing", "network-operations", "finance", "quality").stream()
        .map(key -> organisation.department(key).orElseThrow()).toList()) {
      assertThat(organisation.isMember(department.lead(), department.key())).as(department.key()).isTrue();
      assertThat(organisation.employee(department.lead())).hasValueSatisfying(lead -> assertThat(lead.has(Role.LEAD)).isTrue());
    }
  }

  @Test
  void hasEverybodyWhomScriptsSignInAsAtWorkOnTheFirstMorning() {
    Instant morning = Instant.parse(TestClock.START);

    assertThat(PROMISED).filteredOn(signIn -> !organisation.employee(signIn).orElseThrow().departments().isEmpty())
        .allSatisfy(signIn -> assertThat(duty.available(signIn, morning)).as(signIn).isTrue());
    assertThat(duty.absentFrom("front-office", morning)).extracting(absence -> absence.employee()).containsExactly("front5");
  }

  @Test
  void closesOnlyWhereItsHolidaysAre() {
    Instant epiphany = Instant.parse("2027-01-06T10:00:00Z");
    assertThat(calendars.byKey("logistics").isOpen(epiphany)).isFalse();
    assertThat(calendars.byKey("network-operations").isOpen(epiphany)).isTrue();
    assertThat(calendars.byKey("front-office").isOpen(epiphany)).isTrue();

    Instant freedomDay = Instant.parse("2028-04-25T10:00:00Z");
    assertThat(calendars.byKey("network-operations").isOpen(freedomDay)).isFalse();
    assertThat(calendars.byKey("logistics").isOpen(freedomDay)).isTrue();
  }

  @Test
  void hasTheCustomersThatTextsRelyOn() {
    assertThat(contractsOf("Ada Stone")).containsExactly(
        new Contract("C-204417", customer("Ada Stone").id(), LocalDate.of(2021, 4, 12), 0L, "EUR", DeviceClass.STANDARD, null));
    assertThat(contractsOf("Noor Jansen")).extracting(Contract::since).containsExactly(LOADED.minusMonths(4));
    assertThat(contractsOf("Emil Vogt")).extracting(Contract::openBalanceCents).containsExactly(8450L);
    assertThat(contractsOf("Grace Okafor")).isEmpty();
    assertThat(contractsOf("Ilse Brandt")).hasSize(1).noneMatch(Contract::factsKnown);
    assertThat(customers.find("+49 89 99998010", 10)).filteredOn(CustomerMatch::isSure).extracting(match -> match.customer().name())
        .containsExactly("Jonas Lindqvist", "Maria Lindqvist");
  }

  @Test
  void hasThreeHundredCustomersMostOfWhomCouldSwap() {
    long first = customer("Ada Stone").id();
    List<Contract> contracts = LongStream.range(first, first + 300).boxed()
        .peek(id -> assertThat(customers.byId(id)).isPresent()).flatMap(id -> customers.contractsOf(id).stream()).toList();
    Map<Long, Long> perCustomer = contracts.stream().collect(groupingBy(Contract::customer, counting()));

    assertThat(perCustomer).hasSizeBetween(250, 290);
    assertThat(perCustomer.values()).contains(1L, 2L).allMatch(number -> number <= 2);
    assertThat(contracts).filteredOn(DemonstrationCompanyTest::couldSwap).hasSizeBetween(contracts.size() / 2, contracts.size() * 9 / 10);
    assertThat(contracts).filteredOn(contract -> !contract.factsKnown()).hasSizeGreaterThan(3);
  }

  @Test
  void isNotLoadedTwice() {
    long before = jdbc.sql("select count(*) from employee").query(Long.class).single();

    company.afterSingletonsInstantiated();

    assertThat(jdbc.sql("select count(*) from employee").query(Long.class).single()).isEqualTo(before);
  }

  @Test
  void inventsTheSameCustomersEachTime() {
    assertThat(new InventedCustomers(LOADED).customer()).isEqualTo(new InventedCustomers(LOADED).customer());
  }

  private static boolean couldSwap(Contract contract) {
    return contract.factsKnown() && contract.since().isBefore(LOADED.minusMonths(12)) && contract.openBalanceCents() == 0;
  }

  private Customer customer(String name) {
    return customers.find(name, 10).stream().filter(CustomerMatch::isSure).map(CustomerMatch::customer).findFirst().orElseThrow();
  }

  private List<Contract> contractsOf(String name) {
    return customers.contractsOf(customer(name).id());
  }
}
