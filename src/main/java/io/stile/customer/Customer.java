package io.stile.customer;

import java.time.Instant;

/**
 * The person or organisation for whom something is to be done.
 *
 * @param phone in E.164 ({@code +493012345}); null if unknown. Two customers can share one
 * @param email null if unknown
 * @param version counts the changes; a change names the one that it saw
 */
public record Customer(long id, String name, String phone, String email, Tier tier, Instant createdAt, int version) {
}
