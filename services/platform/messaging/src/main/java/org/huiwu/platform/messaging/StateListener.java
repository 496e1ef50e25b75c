package org.huiwu.platform.messaging;

import java.util.List;

/// What a service does when an aggregate of another service has a new state. One bean an aggregate,
/// in the service's `upstream` package.
///
/// Called inside the transaction that also writes the receipt, under the conference's lock, only
/// with states newer than those it has had, in the owner's order. What it throws parks the
/// aggregate.
///
/// @param <T> a record of the listening service with just the fields that it uses
public interface StateListener<T> {

  /// Owner and kind, e.g. `registration.participant`; must be among this service's subscriptions in
  /// services/contracts.
  String aggregate();

  Class<T> type();

  void on(List<UpstreamState<T>> states, ChangeScope scope);

  /// @param event what happened at the owner, past tense
  record UpstreamState<T>(String id, long version, String event, T state) {}
}
