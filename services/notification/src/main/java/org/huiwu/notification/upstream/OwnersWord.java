package org.huiwu.notification.upstream;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.StateJson;
import org.jspecify.annotations.Nullable;

/// Reads from the states of hotels, meals, trips, stops and sessions what is needed to know about
/// their manifests; of each contract only the fields that are used here.
final class OwnersWord {
  private record Hotel(String code, String name, @Nullable String contact, boolean cancelled) {
    ManifestFacts facts() {
      return new ManifestFacts(
          "rooming:" + code, "rooming", name, named(contact), null, null, null, null, cancelled);
    }
  }

  private record Meal(
      String code,
      LocalDateTime starts,
      @Nullable LocalDateTime cutoff,
      String kitchen,
      @Nullable String contact,
      boolean cancelled) {
    ManifestFacts facts() {
      return new ManifestFacts(
          "meal:" + code,
          "meal",
          code,
          named(contact),
          cutoff == null ? starts : cutoff,
          null,
          null,
          kitchen,
          cancelled);
    }
  }

  private record Trip(
      String code,
      String kind,
      String plate,
      @Nullable String route,
      @Nullable LocalDateTime departs,
      @Nullable String from,
      @Nullable LocalDateTime windowFrom,
      @Nullable String contact,
      boolean cancelled) {
    ManifestFacts facts() {
      return new ManifestFacts(
          "trip:" + code,
          "trip",
          plate,
          named(contact),
          departs == null ? windowFrom : departs,
          named(route),
          kind,
          named(from),
          cancelled);
    }
  }

  private record Stop(
      String code,
      String route,
      String name,
      LocalDateTime arrives,
      @Nullable String contact,
      boolean cancelled) {
    ManifestFacts facts() {
      return new ManifestFacts(
          "site:" + code, "site", name, named(contact), arrives, route, null, null, cancelled);
    }
  }

  private record Session(
      String code,
      String title,
      String hall,
      LocalDateTime starts,
      @Nullable String contact,
      boolean cancelled) {
    ManifestFacts facts() {
      return new ManifestFacts(
          "session:" + code, "session", title, named(contact), starts, null, null, hall, cancelled);
    }
  }

  private static final Map<String, Function<StateJson, ManifestFacts>> READERS =
      Map.of(
          "accommodation.hotel", s -> s.as(Hotel.class).facts(),
          "catering.meal", s -> s.as(Meal.class).facts(),
          "transport-dispatch.trip", s -> s.as(Trip.class).facts(),
          "excursion.stop", s -> s.as(Stop.class).facts(),
          "venue.session", s -> s.as(Session.class).facts());

  private OwnersWord() {}

  /// Empty when the state says nothing of a manifest.
  static Optional<ManifestFacts> of(AggregateState state) {
    return Optional.ofNullable(READERS.get(state.aggregate())).map(r -> r.apply(state.state()));
  }

  private static @Nullable String named(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
