package org.huiwu.excursion.membership;

import java.util.Optional;
import org.huiwu.excursion.membership.MembershipEvent.CalledAbsent;
import org.huiwu.excursion.membership.MembershipEvent.SeenAboard;
import org.jspecify.annotations.Nullable;

/// What one name on a roll-call does to a membership (FORMAT.md, "A roll-call settles a bus";
/// "Being seen beats not being seen").
public record Ruling(Verdict verdict, Optional<MembershipEvent> event) {

  static Ruling of(CalledName name, Membership member, boolean attending, Bus bus) {
    if (!attending) {
      return nothing(Verdict.WITHDRAWN);
    }
    return switch (name.mark()) {
      case ABSENT -> absent(member, bus);
      case ABOARD -> member.isOn(bus) ? seen(Verdict.SEEN, name, bus) : nothing(Verdict.ELSEWHERE);
      case UNEXPECTED -> unexpected(name, member, bus);
    };
  }

  /// Counts only while the person's bus is that trip, and not when that bus has seen them.
  private static Ruling absent(Membership member, Bus bus) {
    if (!member.isOn(bus) || member.seen() != null) {
      return nothing(Verdict.IN_VAIN);
    }
    return new Ruling(Verdict.ABSENT, Optional.of(new CalledAbsent(member.person(), bus.code())));
  }

  /// Moves to this bus and its route from wherever they were, unless seen elsewhere later.
  private static Ruling unexpected(CalledName name, Membership member, Bus bus) {
    if (member.isOn(bus)) {
      return seen(Verdict.SEEN, name, bus);
    }
    return isLater(member.seen(), name.sighting())
        ? nothing(Verdict.OUTDATED)
        : seen(Verdict.MOVED, name, bus);
  }

  private static boolean isLater(@Nullable Sighting former, Sighting sighting) {
    return former != null && former.compareTo(sighting) > 0;
  }

  private static Ruling seen(Verdict verdict, CalledName name, Bus bus) {
    return new Ruling(
        verdict,
        Optional.of(new SeenAboard(name.person(), bus.route(), bus.code(), name.sighting())));
  }

  private static Ruling nothing(Verdict verdict) {
    return new Ruling(verdict, Optional.empty());
  }
}
