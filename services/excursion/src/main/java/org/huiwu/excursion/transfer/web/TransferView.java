package org.huiwu.excursion.transfer.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.excursion.membership.Membership;
import org.huiwu.excursion.transfer.Transfer;
import org.jspecify.annotations.Nullable;

/// @param route empty for none
/// @param bus empty for the one with the most free seats
/// @param base the version of the membership that the phone had
/// @param happenedAt local to the conference
/// @param by the liaison's account
/// @param state `applied`, `waiting` or `dismissed`
/// @param hindrance why it had to wait
/// @param settledBy the account that settled it
/// @param now where the person is now
record TransferView(
    UUID id,
    String person,
    String route,
    String bus,
    long base,
    LocalDateTime happenedAt,
    Instant learntAt,
    String by,
    String state,
    @Nullable String hindrance,
    @Nullable String settledBy,
    @Nullable Instant settledAt,
    @Nullable String word,
    @Nullable Now now,
    long version) {

  /// @param version to be given back as `membership` when it is applied
  record Now(String route, String bus, boolean absent, long version) {
    static Now of(Membership m) {
      return new Now(m.route(), m.bus(), m.absent(), m.version());
    }
  }

  static TransferView of(Transfer t, @Nullable Membership now) {
    var settlement = t.settlement();
    var hindrance = t.hindrance();
    return new TransferView(
        t.id(),
        t.person(),
        t.route(),
        t.bus(),
        t.base(),
        t.happenedAt(),
        t.learntAt(),
        t.by(),
        t.state().name().toLowerCase(Locale.ROOT),
        hindrance == null ? null : hindrance.code(),
        settlement == null ? null : settlement.by(),
        settlement == null ? null : settlement.at(),
        settlement == null ? null : settlement.word(),
        now == null ? null : Now.of(now),
        t.version());
  }
}
