package org.huiwu.registration.roster.reading;

import static org.huiwu.registration.roster.reading.SamplePackage.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The manifest lines that follow from people alone (FORMAT.md, "The rules behind the manifests"):
/// where they lodge, what they are met by, which bus and sites they are on, whose seats they take.
/// Every value that a roster gives shows in one of them.
final class ExpectedLines {
  private static final LocalDateTime STARTS = LocalDateTime.parse("2026-06-08T08:00");
  private static final LocalDateTime ENDS = LocalDateTime.parse("2026-06-11T18:00");

  private final SamplePackage sample;
  private final TreeSet<String> lines = new TreeSet<>();

  ExpectedLines(SamplePackage sample) {
    this.sample = sample;
  }

  /// `manifest|line|fields`, fields sorted by name.
  TreeSet<String> of(Collection<String> delegations) {
    for (String delegation : delegations) {
      List<PersonRow> people =
          sample.people.getOrDefault(delegation, List.of()).stream()
              .map(Admission.Admitted::person)
              .toList();
      people.forEach(person -> add(delegation, person));
      addSeats(delegation, people);
    }
    return lines;
  }

  private void add(String delegation, PersonRow person) {
    String key = delegation + "/" + person.name();
    LocalDateTime arrival = time(person.arrival()).orElse(STARTS);
    LocalDateTime departure = time(person.departure()).orElse(ENDS);
    LocalDate from = arrival.toLocalDate().minusDays(arrival.getHour() < 6 ? 1 : 0);
    for (Map<String, String> line : sample.table("inventory/delegations.csv")) {
      if (value(line, "code").equals(delegation)) {
        add("rooming:" + line.get("hotel"), key, "from=%s to=%s", from, departure.toLocalDate());
      }
    }
    for (Map<String, String> trip : sample.table("inventory/trips.csv")) {
      if (meets(trip, person)) {
        String number = person.arrival() == null ? "" : person.arrival().number();
        add("trip:" + trip.get("code"), key, "number=%s time=%s", number, arrival);
      } else if (value(trip, "route").equals(person.route())
          && !person.route().isEmpty()
          && Arrays.asList(value(trip, "delegations").split("\\|")).contains(delegation)) {
        add("trip:" + trip.get("code"), key, "rank=%s", person.rank());
        addSites(key, value(trip, "code"), person);
      }
    }
  }

  private static boolean meets(Map<String, String> trip, PersonRow person) {
    if (!value(trip, "kind").equals("pickup") || person.arrival() == null) {
      return false;
    }
    LocalDateTime time = person.arrival().time();
    return time != null
        && value(trip, "from").equals(person.arrival().place())
        && !time.isBefore(LocalDateTime.parse(value(trip, "window_from")))
        && time.isBefore(LocalDateTime.parse(value(trip, "window_to")));
  }

  private void addSites(String key, String bus, PersonRow person) {
    for (Map<String, String> stop : sample.table("inventory/stops.csv")) {
      if (value(stop, "route").equals(person.route())) {
        String diet = person.diet().wire();
        add("site:" + stop.get("code"), key, "bus=%s diet=%s rank=%s", bus, diet, person.rank());
      }
    }
  }

  private void addSeats(String delegation, List<PersonRow> people) {
    for (Map<String, String> session : sample.table("inventory/sessions.csv")) {
      LocalDateTime starts = LocalDateTime.parse(value(session, "starts"));
      long seats =
          people.stream()
              .filter(person -> !person.companion())
              .filter(person -> !time(person.arrival()).orElse(STARTS).isAfter(starts))
              .filter(person -> starts.isBefore(time(person.departure()).orElse(ENDS)))
              .count();
      add("session:" + session.get("code"), delegation, "seats=%s", seats);
    }
  }

  private void add(String manifest, String line, String fields, Object... values) {
    lines.add(manifest + "|" + line + "|" + fields.formatted(values));
  }

  private static Optional<LocalDateTime> time(@org.jspecify.annotations.Nullable Leg leg) {
    return Optional.ofNullable(leg).map(Leg::time);
  }
}
