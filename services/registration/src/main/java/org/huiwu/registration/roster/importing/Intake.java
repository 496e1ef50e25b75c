package org.huiwu.registration.roster.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.huiwu.registration.itinerary.Leg;
import org.huiwu.registration.participant.Diet;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Newcomer;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.RouteRequest;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.reading.Admission;
import org.huiwu.registration.roster.reading.Admission.Admitted;
import org.huiwu.registration.roster.reading.Admission.Waiting;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterCell;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.WaitReason;
import org.huiwu.registration.roster.reading.WaitingCell;
import org.huiwu.registration.text.NameKey;
import org.jspecify.annotations.Nullable;

/// What a part of a roster comes to, against who is in the delegation at the moment of its
/// transaction: while the file was read, somebody may have registered one of its people by hand, or
/// withdrawn a host.
///
/// @param newcomers who goes in, in the order of the file
/// @param issues the cells that wait, in the order of the file
record Intake(List<Newcomer> newcomers, List<RosterIssue> issues) {

  /// The names that have to be looked up before a part is decided.
  static Set<String> nameKeys(List<Admission> part) {
    Set<String> keys = new LinkedHashSet<>();
    for (var admission : part) {
      if (admission instanceof Admitted admitted) {
        keys.add(NameKey.of(admitted.person().name()));
        if (admitted.host() != null) {
          keys.add(NameKey.of(admitted.host()));
        }
      }
    }
    return keys;
  }

  /// @param attending person ids by name key, of those of the delegation who attend now
  /// @param ids gives a new id for each newcomer
  static Intake decide(
      String delegation,
      List<Admission> part,
      Map<String, String> attending,
      Supplier<String> ids) {
    List<Newcomer> newcomers = new ArrayList<>();
    List<RosterIssue> issues = new ArrayList<>();
    Map<String, String> in = new HashMap<>(attending);
    for (var admission : part) {
      switch (admission) {
        case Waiting waiting ->
            waiting.row().waiting().forEach(cell -> issues.add(issue(waiting.row(), cell)));
        case Admitted admitted -> {
          var obstacle = obstacle(admitted, in);
          if (obstacle == null) {
            var id = ids.get();
            newcomers.add(newcomer(delegation, admitted, id, in));
            in.put(NameKey.of(admitted.person().name()), id);
          } else {
            issues.add(obstacle);
          }
        }
      }
    }
    return new Intake(newcomers, issues);
  }

  /// The same when the delegation was cancelled while its roster was read: nobody goes in.
  static Intake ofCancelled(String delegation, List<Admission> part) {
    List<RosterIssue> issues = new ArrayList<>();
    for (var admission : part) {
      switch (admission) {
        case Waiting waiting ->
            waiting.row().waiting().forEach(cell -> issues.add(issue(waiting.row(), cell)));
        case Admitted admitted ->
            issues.add(
                new RosterIssue(
                    admitted.person().origin().sheet(),
                    admitted.person().origin().row(),
                    "",
                    "delegation",
                    delegation,
                    "delegation-cancelled"));
      }
    }
    return new Intake(List.of(), issues);
  }

  private static @Nullable RosterIssue obstacle(Admitted admitted, Map<String, String> in) {
    var person = admitted.person();
    if (in.containsKey(NameKey.of(person.name()))) {
      return issue(person, RosterField.NAME, WaitReason.ALREADY_IN_DELEGATION);
    }
    var host = admitted.host();
    return host == null || in.containsKey(NameKey.of(host))
        ? null
        : issue(person, RosterField.COMPANION, WaitReason.HOST_WAITS);
  }

  private static Newcomer newcomer(
      String delegation, Admitted admitted, String id, Map<String, String> in) {
    var row = admitted.person();
    var host = admitted.host() == null ? null : in.get(NameKey.of(admitted.host()));
    var diet = Diet.of(row.diet().wire());
    var route = new RouteRequest(row.route(), false);
    var participant =
        host == null
            ? Participant.delegate(id, delegation, particulars(row), diet, route)
            : Participant.companion(id, delegation, particulars(row), diet, route, host);
    return Newcomer.of(participant, leg(row.arrival()), leg(row.departure()));
  }

  private static Particulars particulars(PersonRow row) {
    return new Particulars(
        Normalizer.normalize(row.name(), Normalizer.Form.NFC),
        Gender.valueOf(row.gender().name()),
        row.rank(),
        row.title(),
        row.phone());
  }

  private static Leg leg(org.huiwu.registration.roster.reading.@Nullable Leg read) {
    return read == null ? Leg.UNKNOWN : new Leg(read.time(), read.place(), read.number());
  }

  private static RosterIssue issue(ReadRow row, RosterField field, WaitReason reason) {
    RosterCell cell = row.origin().cells().get(field);
    return issue(
        row,
        cell == null
            ? new WaitingCell("", field, "", reason)
            : new WaitingCell(cell.column(), field, cell.text(), reason));
  }

  private static RosterIssue issue(ReadRow row, WaitingCell cell) {
    return new RosterIssue(
        row.origin().sheet(),
        row.origin().row(),
        cell.column(),
        cell.field().wire(),
        cell.value(),
        code(cell.reason()));
  }

  /// `NOT_IN_TABLE` is `not-in-table`.
  static String code(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
