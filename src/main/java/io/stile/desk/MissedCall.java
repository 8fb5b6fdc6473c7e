package io.stile.desk;

import io.stile.customer.Interaction.Channel;
import java.time.Instant;

/**
 * A customer who reached nobody.
 *
 * @param channel  a voicemail, or a missed call
 * @param customer id of the customer; null if nobody knows who it was
 * @param phone    the number that is to be called back, in any way of writing; null or blank for the customer's
 * @param said     what the message says; may be empty
 * @param until    by when to call back; null for the usual open time
 * @param by       sign-in name of who logs it, and owns it from now on
 */
public record MissedCall(Channel channel, Long customer, String phone, String said, Instant until, String by) {}
