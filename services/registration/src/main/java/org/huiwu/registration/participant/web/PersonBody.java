package org.huiwu.registration.participant.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.participant.AddCompanion;
import org.huiwu.registration.participant.Diet;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.RegisterParticipant;
import org.huiwu.registration.participant.SubstituteParticipant;
import org.huiwu.registration.text.EmailAddress;
import org.huiwu.registration.text.PlainText;
import org.jspecify.annotations.Nullable;

/// Somebody new: registered, added as a companion, or put in somebody's place.
///
/// @param delegation required of a delegate; a companion's and a substitute's is the host's and the
///   replaced person's if left out
/// @param rank 1 to 4; required of a delegate, 4 for a companion if left out
/// @param email for reminders; empty for none
/// @param diet `normal` if left out
/// @param route a code, empty for none; left out: a companion goes where the host goes
/// @param companionOf the host's id
record PersonBody(
    @Nullable @Size(max = 40) String delegation,
    @NotBlank @Size(max = 100) @PlainText String name,
    @NotNull Gender gender,
    @Nullable @Min(1) @Max(4) Integer rank,
    @Nullable @Size(max = 200) @PlainText String title,
    @Nullable @Size(max = 60) @PlainText String phone,
    @Nullable @EmailAddress String email,
    @Nullable @Pattern(regexp = "normal|halal|vegetarian") String diet,
    @Nullable @Valid LegBody arrival,
    @Nullable @Valid LegBody departure,
    @Nullable @Size(max = 40) String route,
    @Nullable @Size(max = 40) String companionOf) {
  private static final int OTHER = 4;

  RegisterParticipant register() {
    if (delegation == null || rank == null) {
      throw new Refused("field-required", delegation == null ? "delegation" : "rank");
    }
    return new RegisterParticipant(
        delegation, who(rank), declared(), LegBody.leg(arrival), LegBody.leg(departure), route);
  }

  AddCompanion companion(String host) {
    return new AddCompanion(
        host,
        delegation,
        who(rank == null ? OTHER : rank),
        declared(),
        LegBody.leg(arrival),
        LegBody.leg(departure),
        route);
  }

  /// @throws Refused `substitute-elsewhere` if another delegation or host is named
  SubstituteParticipant substitute(Participant leaving) {
    if (delegation != null && !delegation.equals(leaving.delegation())
        || companionOf != null && !companionOf.equals(leaving.companionOf())) {
      throw new Refused("substitute-elsewhere");
    }
    return new SubstituteParticipant(
        who(rank == null ? leaving.who().rank() : rank),
        declared(),
        LegBody.leg(arrival),
        LegBody.leg(departure),
        route);
  }

  private Particulars who(int rankGiven) {
    return new Particulars(
        cleanName(name), gender, rankGiven, text(title), text(phone), text(email));
  }

  private Diet declared() {
    return diet == null ? Diet.NORMAL : Diet.of(diet);
  }

  static String cleanName(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
