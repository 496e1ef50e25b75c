package org.huiwu.registration.roster.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.huiwu.registration.roster.importing.RosterImport.StoppedException;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.ReadRow;
import org.huiwu.registration.roster.reading.RosterSink;
import org.huiwu.registration.roster.reading.WaitingRow;
import org.huiwu.registration.text.NameKey;

/// Whom a corrected file names, before any of it is taken in: only the whole file tells who was
/// renamed and who is new.
final class FileSurvey implements RosterSink {
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> phones = new HashMap<>();

  private final BooleanSupplier goOn;

  /// @param goOn asked between rows; false ends the reading with a [StoppedException]
  FileSurvey(BooleanSupplier goOn) {
    this.goOn = goOn;
  }

  @Override
  public void accept(ReadRow row) {
    if (!goOn.getAsBoolean()) {
      throw new StoppedException();
    }
    switch (row) {
      case PersonRow person -> {
        names.add(NameKey.of(person.name()));
        if (!person.phone().isEmpty()) {
          phones.merge(person.phone(), 1, Integer::sum);
        }
      }
      case WaitingRow waits -> {
        if (waits.name() != null) {
          names.add(NameKey.of(waits.name()));
        }
      }
    }
  }

  boolean names(String nameKey) {
    return names.contains(nameKey);
  }

  boolean isOnes(String phone) {
    return phones.getOrDefault(phone, 0) == 1;
  }
}
