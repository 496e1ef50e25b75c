package org.huiwu.notification.paper;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people call manifests and the codes in them, as the console does; a code where nobody has
/// said better.
@Component
class SheetNames {
  private static final int LUNCH_FROM = 10;
  private static final int DINNER_FROM = 15;

  /// @param codes by field and code
  record Named(
      Map<String, ManifestFacts> facts, Map<String, Map<String, String>> codes, Words words) {

    String title(String manifest, SortedMap<String, String> header) {
      @Nullable ManifestFacts fact = facts.get(manifest);
      return switch (Kind.of(manifest)) {
        case MEAL -> meal(header);
        case TRIP -> fact == null ? "" : trip(fact);
        case ROOMING, SITE, SESSION, OTHER -> fact == null ? "" : fact.title();
      };
    }

    private String trip(ManifestFacts fact) {
      var place = fact.place();
      var route = fact.route();
      if (place != null && "pickup".equals(fact.tripKind())) {
        return words.say("trip.pickup", words.place(place)) + " " + fact.code();
      }
      return route == null ? fact.code() : words.say("trip.excursion", route) + " " + fact.code();
    }

    private String meal(SortedMap<String, String> header) {
      var starts = header.getOrDefault("starts", "");
      if (!starts.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}")) {
        return "";
      }
      var hour = Integer.parseInt(starts.substring(11, 13));
      var which = hour < LUNCH_FROM ? "breakfast" : hour < DINNER_FROM ? "lunch" : "dinner";
      var kitchen = words.value("kitchen", header.getOrDefault("kitchen", ""), codes);
      return String.join(
              " ",
              words.value("starts", starts.substring(0, 10), Map.of()),
              words.say("meal." + which),
              kitchen)
          .strip();
    }
  }

  private final ManifestBook book;

  SheetNames(ManifestBook book) {
    this.book = book;
  }

  Named of(UUID conference, Words words) {
    var facts =
        book.all(conference).stream()
            .collect(Collectors.toMap(ManifestFacts::manifest, Function.identity()));
    Map<String, String> hotels = new HashMap<>();
    Map<String, String> buses = new HashMap<>();
    for (var fact : facts.values()) {
      if (fact.title().isBlank()) {
        continue;
      }
      switch (Kind.of(fact.manifest())) {
        case ROOMING -> hotels.put(fact.code(), fact.title());
        case TRIP -> buses.put(fact.code(), fact.code() + " " + fact.title());
        case MEAL, SITE, SESSION, OTHER -> {}
      }
    }
    return new Named(facts, Map.of("hotel", hotels, "kitchen", hotels, "bus", buses), words);
  }

  /// By manifest, in an order in which times sort; a manifest without a deadline is not in it.
  Map<String, String> dueTimes(UUID conference) {
    Map<String, String> times = new HashMap<>();
    for (var fact : book.all(conference)) {
      @Nullable LocalDateTime due = fact.due();
      if (due != null) {
        times.put(fact.manifest(), DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(due));
      }
    }
    return times;
  }
}
