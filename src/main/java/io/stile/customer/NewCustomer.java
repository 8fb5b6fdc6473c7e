package io.stile.customer;

/**
 * A customer as typed; {@link Customers} checks it.
 *
 * @param phone in any way of writing; null or blank if unknown
 * @param email null or blank if unknown
 * @param tier null means {@link Tier#STANDARD}
 */
public record NewCustomer(String name, String phone, String email, Tier tier) {
}
