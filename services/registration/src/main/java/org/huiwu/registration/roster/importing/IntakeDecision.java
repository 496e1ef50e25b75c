package org.huiwu.registration.roster.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.huiwu.registration.participant.Diet;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Newcomer;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.Register.Correction;
import org.huiwu.registration.participant.RouteRequest;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.importing.Recognition.Perhaps;
import org.huiwu.registration.roster.importing.Recognition.Somebody;
import org.huiwu.registration.roster.importing.Recognition.Stranger;
import org.huiwu.registration.roster.reading.Admission.Admitted;
import org.huiwu.registration.roster.reading.Admission.Waiting;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.reading.WaitReason;
import org.huiwu.registration.roster.said.SaidPerson;
import org.huiwu.registration.text.NameKey;
import org.jspecify.annotations.Nullable;

/// Decides the rows of one part in their order.
final class IntakeDecision {
  private final Knowledge knowledge;
  private final Supplier<String> ids;
  private final Recognition recognition;

  /// By the names that people go by, those taken in meanwhile among them.
  private final Map<String, String> in;

  /// By the names that are nobody else's to take.
  private final Map<String, String> attending;

  private final List<Newcomer> newcomers = new ArrayList<>();
  private final List<Correction> corrections = new ArrayList<>();
  private final List<SaidPerson> said = new ArrayList<>();
  private final List<Intake.WaitingCells> waiting = new ArrayList<>();
  private final List<RosterIssue> conflicts = new ArrayList<>();
  private final List<UUID> superseded = new ArrayList<>();
  private int unchanged;

  IntakeDecision(Knowledge knowledge, Supplier<String> ids) {
    this.knowledge = knowledge;
    this.ids = ids;
    this.recognition = new Recognition(knowledge);
    this.in = knowledge.byName();
    this.attending = new HashMap<>(knowledge.attending());
  }

  void take(PartRow row) {
    switch (row.admission()) {
      case Waiting waits -> {
        var origin = waits.origin();
        recognition
            .named(waits.row().name(), origin.sheet(), origin.row())
            .ifPresent(s -> said.add(again(s, waits.row(), s.said())));
        waiting.add(new Intake.WaitingCells(row.stored(knowledge.roster()), Intake.cells(waits)));
      }
      case Admitted admitted -> {
        switch (recognition.who(admitted.person())) {
          case Stranger _ -> welcome(row, admitted);
          case Somebody somebody -> revise(admitted, somebody);
          case Perhaps perhaps -> {
            said.add(again(perhaps.said(), admitted.person(), perhaps.said().said()));
            hold(
                row,
                Intake.cell(admitted.person(), RosterField.NAME, "perhaps-renamed")
                    .about(perhaps.said().person()));
          }
        }
      }
    }
  }

  private void welcome(PartRow row, Admitted admitted) {
    var person = admitted.person();
    var key = NameKey.of(person.name());
    var host = admitted.host() == null ? null : in.get(NameKey.of(admitted.host()));
    if (attending.containsKey(key)) {
      hold(
          row,
          Intake.cell(person, RosterField.NAME, Intake.code(WaitReason.ALREADY_IN_DELEGATION)));
    } else if (admitted.host() != null && host == null) {
      hold(row, Intake.cell(person, RosterField.COMPANION, Intake.code(WaitReason.HOST_WAITS)));
    } else {
      var id = ids.get();
      newcomers.add(newcomer(knowledge.delegation(), person, id, host));
      in.put(key, id);
      attending.put(key, id);
      said.add(said(id, person, host));
    }
  }

  private void revise(Admitted admitted, Somebody somebody) {
    var row = admitted.person();
    var host = admitted.host() == null ? null : in.get(NameKey.of(admitted.host()));
    var id = somebody.said().person();
    var says = FieldValues.of(row, host);
    leaveAlone(says, row, somebody.said());
    if (admitted.host() != null && host == null) {
      says.put(RosterField.COMPANION, somebody.said().said(RosterField.COMPANION));
    }
    var revision =
        Revision.of(
            somebody.said(),
            somebody.known(),
            row,
            says,
            key -> id.equals(attending.getOrDefault(key, id)));
    if (!revision.taken().isEmpty()) {
      corrections.add(somebody.known().with(revision.taken()));
    } else if (revision.conflicts().isEmpty()) {
      unchanged++;
    }
    if (revision.taken().containsKey(RosterField.NAME)) {
      attending.put(NameKey.of(says.getOrDefault(RosterField.NAME, "")), id);
    }
    conflicts.addAll(revision.conflicts());
    superseded.addAll(revision.superseded());
    var comes = somebody.known().participant().attending();
    said.add(again(somebody.said(), row, comes ? says : somebody.said().said()));
    in.put(NameKey.of(row.name()), id);
  }

  /// A column that the newest file has not says nothing: what the last one said of it is said
  /// still.
  private static void leaveAlone(Map<RosterField, String> says, PersonRow row, SaidPerson before) {
    for (var field : RosterField.values()) {
      if (!row.origin().cells().containsKey(field)) {
        says.put(field, before.said(field));
      }
    }
  }

  private void hold(PartRow row, RosterIssue cell) {
    waiting.add(new Intake.WaitingCells(row.stored(knowledge.roster()), List.of(cell)));
  }

  private SaidPerson said(String id, PersonRow row, @Nullable String host) {
    return new SaidPerson(
        id,
        knowledge.roster(),
        row.origin().sheet(),
        row.origin().row(),
        NameKey.of(row.name()),
        FieldValues.of(row, host),
        false);
  }

  private SaidPerson again(SaidPerson before, ReadRow row, Map<RosterField, String> says) {
    var name = says.getOrDefault(RosterField.NAME, "");
    return new SaidPerson(
        before.person(),
        knowledge.roster(),
        row.origin().sheet(),
        row.origin().row(),
        name.isEmpty() ? before.nameKey() : NameKey.of(name),
        says,
        false);
  }

  Intake decided() {
    return new Intake(newcomers, corrections, said, waiting, conflicts, superseded, unchanged);
  }

  private static Newcomer newcomer(
      String delegation, PersonRow row, String id, @Nullable String host) {
    var diet = Diet.of(row.diet().wire());
    var route = new RouteRequest(row.route(), false);
    var who =
        new Particulars(
            FieldValues.name(row),
            Gender.valueOf(row.gender().name()),
            row.rank(),
            row.title(),
            row.phone(),
            "");
    var participant =
        host == null
            ? Participant.delegate(id, delegation, who, diet, route)
            : Participant.companion(id, delegation, who, diet, route, host);
    return Newcomer.of(
        participant, FieldValues.leg(row.arrival()), FieldValues.leg(row.departure()));
  }
}
