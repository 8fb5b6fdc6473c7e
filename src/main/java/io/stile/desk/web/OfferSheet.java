package io.stile.desk.web;

import io.stile.handover.HandOver;

/**
 * What the page of a request shows about handing it over.
 *
 * @param mayOffer    whether the reader can offer it to somebody now
 * @param open        the open offer; null if there is none
 * @param news        the last offer, if nobody took it and the reader has not put that aside; else null
 * @param named       the hand-over for which the reader was named by his lead, while he can give it back; null for none
 * @param near        sign-in name of the owner: his departments come first among those to whom it can be offered
 */
record OfferSheet(boolean mayOffer, Offer open, Offer news, HandOver named, String near) {}
