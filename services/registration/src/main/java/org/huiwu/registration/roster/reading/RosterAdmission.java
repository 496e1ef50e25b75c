package org.huiwu.registration.roster.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.registration.roster.reading.Admission.HostAbove;
import org.jspecify.annotations.Nullable;

/// Decides, row by row in the order of the file, who of a roster goes into the delegation. What
/// waits beyond unreadable cells (FORMAT.md, "Rosters"): a name that is already in the delegation,
/// whatever the phone; family with no delegate above it in its table; family under a delegate who
/// waits, unless that row only repeats one who is in. One object serves one import.
public final class RosterAdmission {
  private sealed interface Host {}

  private record NobodyYet() implements Host {}

  private record In(String name, int row) implements Host {}

  private record Waits(@Nullable String name, int row) implements Host {}

  private final Map<String, String> namesIn = new HashMap<>();
  private Host host = new NobodyYet();
  private int table;

  /// @param names of everybody who is in the delegation now
  public RosterAdmission(Collection<String> names) {
    names.forEach(name -> namesIn.put(PersonName.key(name), name));
  }

  /// Each row once, in the order in which it was read.
  public Admission admit(ReadRow row) {
    if (row.origin().table() != table) {
      table = row.origin().table();
      host = new NobodyYet();
    }
    return switch (row) {
      case PersonRow person -> admit(person, person.name(), person.companion(), List.of());
      case WaitingRow waits -> admit(waits, waits.name(), waits.companion(), waits.waiting());
    };
  }

  private Admission admit(
      ReadRow row, @Nullable String name, boolean companion, List<WaitingCell> unreadable) {
    List<WaitingCell> waiting = new ArrayList<>(unreadable);
    String known = name == null ? null : namesIn.get(PersonName.key(name));
    if (known != null) {
      waiting.add(cell(row, RosterField.NAME, WaitReason.ALREADY_IN_DELEGATION));
    }
    String hostName = null;
    HostAbove above = null;
    if (companion) {
      switch (host) {
        case In delegate -> {
          hostName = delegate.name();
          above = new HostAbove(delegate.name(), delegate.row());
        }
        case Waits delegate -> {
          waiting.add(cell(row, RosterField.COMPANION, WaitReason.HOST_WAITS));
          above = new HostAbove(delegate.name(), delegate.row());
        }
        case NobodyYet _ -> waiting.add(cell(row, RosterField.COMPANION, WaitReason.NO_HOST));
      }
    }
    if (waiting.isEmpty() && row instanceof PersonRow person) {
      namesIn.put(PersonName.key(person.name()), person.name());
      host = companion ? host : new In(person.name(), row.origin().row());
      return new Admission.Admitted(person, hostName);
    }
    if (!companion) {
      int at = row.origin().row();
      host = known == null ? new Waits(name, at) : new In(known, at);
    }
    return new Admission.Waiting(new WaitingRow(row.origin(), waiting, name, companion), above);
  }

  private static WaitingCell cell(ReadRow row, RosterField field, WaitReason reason) {
    RosterCell cell = row.origin().cells().get(field);
    return cell == null
        ? new WaitingCell("", field, "", reason)
        : new WaitingCell(cell.column(), field, cell.text(), reason);
  }
}
