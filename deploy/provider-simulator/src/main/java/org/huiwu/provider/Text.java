package org.huiwu.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of the provider's own log.
///
/// @param n in the order in which they came, from 1
/// @param id the provider's name for it
/// @param reference the sender's name for it
/// @param requests how often it was asked for; more than once is a double that the sender made
/// @param state accepted, delivered or failed
/// @param delivered how often it was shown on the phone
/// @param reports how many different events told of it
public record Text(
    long n,
    String id,
    String reference,
    String to,
    String text,
    Fault fault,
    int requests,
    Instant acceptedAt,
    String state,
    int delivered,
    int reports,
    @Nullable Instant deliveredAt) {

  Text askedAgain() {
    return with(requests + 1, state, delivered, reports, deliveredAt);
  }

  Text shown(int times, Instant at) {
    return with(requests, "delivered", delivered + times, reports, at);
  }

  Text failed() {
    return with(requests, "failed", delivered, reports, deliveredAt);
  }

  Text reported() {
    return with(requests, state, delivered, reports + 1, deliveredAt);
  }

  private Text with(
      int newRequests, String newState, int newDelivered, int newReports, @Nullable Instant at) {
    return new Text(
        n,
        id,
        reference,
        to,
        text,
        fault,
        newRequests,
        acceptedAt,
        newState,
        newDelivered,
        newReports,
        at);
  }
}
