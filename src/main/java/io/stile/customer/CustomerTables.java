package io.stile.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables customer and contract. */
@Repository
class CustomerTables {

  private static final String CUSTOMER = "id, name, phone, email, tier, created_at, version";
  private static final String CONTRACT = "number, customer, since, open_balance_cents, currency, device_class, phone_number";

  private final JdbcClient jdbc;

  CustomerTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Customer> byId(long id) {
    return jdbc.sql("select " + CUSTOMER + " from customer where id = ?").param(id).query(CustomerTables::customer).optional();
  }

  List<Customer> byIds(List<Long> ids) {
    return jdbc.sql("select " + CUSTOMER + " from customer where id = any(?) and not house").param(ids.toArray(Long[]::new))
        .query(CustomerTables::customer).list();
  }

  /** Of many who ask for it at the same instant for the first time one adds it. */
  Customer house(Instant at) {
    jdbc.sql("insert into customer (name, created_at, house) values ('Our own colleagues', ?, true) on conflict do nothing")
        .param(at.atOffset(ZoneOffset.UTC)).update();
    return jdbc.sql("select " + CUSTOMER + " from customer where house").query(CustomerTables::customer).single();
  }

  boolean isHouse(long id) {
    return jdbc.sql("select house from customer where id = ?").param(id).query(Boolean.class).optional().orElse(false);
  }

  Customer insert(NewCustomer checked, Instant at) {
    return jdbc.sql("insert into customer (name, phone, email, tier, created_at) values (?, ?, ?, ?, ?) returning " + CUSTOMER)
        .params(checked.name(), checked.phone(), checked.email(), checked.tier().name(), at.atOffset(ZoneOffset.UTC))
        .query(CustomerTables::customer).single();
  }

  /** Empty if the version is not the present one, or there is no such customer. */
  Optional<Customer> update(long id, int version, NewCustomer checked) {
    return jdbc.sql("""
        update customer set name = ?, phone = ?, email = ?, tier = ?, version = version + 1
        where id = ? and version = ? returning\s""" + CUSTOMER)
        .params(checked.name(), checked.phone(), checked.email(), checked.tier().name(), id, version)
        .query(CustomerTables::customer).optional();
  }

  List<Contract> contractsOf(long customer) {
    return jdbc.sql("select " + CONTRACT + " from contract where customer = ? order by since nulls last, number")
        .param(customer).query(CustomerTables::contract).list();
  }

  Optional<Contract> contract(String number) {
    return jdbc.sql("select " + CONTRACT + " from contract where number = ?").param(number)
        .query(CustomerTables::contract).optional();
  }

  Contract insert(Contract checked) {
    return jdbc.sql("insert into contract (" + CONTRACT + ") values (?, ?, ?, ?, ?, ?, ?) returning " + CONTRACT)
        .params(checked.number(), checked.customer(), checked.since(), checked.openBalanceCents(), checked.currency(),
            checked.deviceClass() == null ? null : checked.deviceClass().name(), checked.phoneNumber())
        .query(CustomerTables::contract).single();
  }

  private static Customer customer(ResultSet row, int index) throws SQLException {
    return new Customer(row.getLong("id"), row.getString("name"), row.getString("phone"), row.getString("email"),
        Tier.valueOf(row.getString("tier")), row.getTimestamp("created_at").toInstant(), row.getInt("version"));
  }

  private static Contract contract(ResultSet row, int index) throws SQLException {
    String deviceClass = row.getString("device_class");
    return new Contract(row.getString("number"), row.getLong("customer"), row.getObject("since", LocalDate.class),
        row.getObject("open_balance_cents", Long.class), row.getString("currency"),
        deviceClass == null ? null : DeviceClass.valueOf(deviceClass), row.getString("phone_number"));
  }
}
