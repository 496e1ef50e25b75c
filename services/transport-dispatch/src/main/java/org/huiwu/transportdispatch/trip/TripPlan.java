package org.huiwu.transportdispatch.trip;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.huiwu.transportdispatch.trip.TripDecision.Contradicted;
import org.huiwu.transportdispatch.trip.TripDecision.Happened;
import org.huiwu.transportdispatch.trip.TripDecision.Refused;
import org.huiwu.transportdispatch.trip.TripDecision.Unchanged;
import org.huiwu.transportdispatch.trip.TripEvent.TripChanged;
import org.huiwu.transportdispatch.trip.TripEvent.TripPlanned;
import org.jspecify.annotations.Nullable;

/// What a trip's plan must be like, whether it is new or changed.
final class TripPlan {
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

  private sealed interface RunPlan {
    record Fit(Run run) implements RunPlan {}

    record Unfit(Refused why) implements RunPlan {}
  }

  private TripPlan() {}

  static TripDecision plan(PlanTrip command, References known) {
    var code = text(command.code());
    if (!CODE.matcher(code).matches()) {
      return Refused.because("trip-code-malformed", code);
    }
    var seats = command.seats();
    if (seats == null || seats <= 0) {
      return Refused.because("trip-seats-not-positive", seats == null ? "" : seats, code);
    }
    var delegations = codes(command.delegations());
    var stranger = stranger(delegations, known.delegations()::contains, code);
    if (stranger.isPresent()) {
      return stranger.get();
    }
    return switch (run(command, code, known)) {
      case RunPlan.Unfit(var why) -> why;
      case RunPlan.Fit(var run) ->
          new Happened(
              new TripPlanned(
                  new Trip(
                      code,
                      new Vehicle(text(command.plate()), seats, text(command.driver())),
                      run,
                      command.departs(),
                      delegations,
                      text(command.contact()),
                      false,
                      1)));
    };
  }

  static TripDecision change(Trip trip, ChangeTrip command, References known, int members) {
    var seats = Objects.requireNonNullElse(command.seats(), trip.vehicle().seats());
    if (seats <= 0) {
      return Refused.because("trip-seats-not-positive", seats, trip.code());
    }
    var delegations =
        command.delegations() == null ? trip.delegations() : codes(command.delegations());
    var stranger =
        stranger(
            delegations,
            d -> known.delegations().contains(d) || trip.delegations().contains(d),
            trip.code());
    if (stranger.isPresent()) {
      return stranger.get();
    }
    return switch (run(trip, command, known)) {
      case RunPlan.Unfit(var why) -> why;
      case RunPlan.Fit(var run) -> {
        if (run instanceof Run.Excursion && !run.equals(trip.run()) && members > 0) {
          yield Contradicted.because("trip-has-members", trip.code(), members);
        }
        var vehicle =
            trip.vehicle().replacedBy(trip.vehicle().plate(), seats, stripped(command.driver()));
        var contact = command.contact() == null ? trip.contact() : text(command.contact());
        var same = copy(trip, vehicle, run, delegations, contact, trip.version());
        yield same.equals(trip)
            ? new Unchanged()
            : new Happened(
                new TripChanged(
                    trip.run(),
                    copy(trip, vehicle, run, delegations, contact, trip.version() + 1)));
      }
    };
  }

  private static Trip copy(
      Trip trip, Vehicle vehicle, Run run, List<String> delegations, String contact, long version) {
    return new Trip(
        trip.code(), vehicle, run, trip.departs(), delegations, contact, trip.cancelled(), version);
  }

  private static RunPlan run(PlanTrip command, String code, References known) {
    var kind = text(command.kind());
    return switch (kind) {
      case Run.Excursion.KIND ->
          ofPickupsOnly(command.from(), command.windowFrom(), command.windowTo(), code)
              .<RunPlan>map(RunPlan.Unfit::new)
              .orElseGet(() -> excursion(text(command.route()), known.routes(), code));
      case Run.Pickup.KIND ->
          unfit("route", command.route(), code)
              .<RunPlan>map(RunPlan.Unfit::new)
              .orElseGet(() ->
                  pickup(text(command.from()), command.windowFrom(), command.windowTo(), code));
      default -> new RunPlan.Unfit(Refused.because("trip-kind-unknown", kind, code));
    };
  }

  private static RunPlan run(Trip trip, ChangeTrip command, References known) {
    return switch (trip.run()) {
      case Run.Excursion excursion ->
          ofPickupsOnly(command.from(), command.windowFrom(), command.windowTo(), trip.code())
              .<RunPlan>map(RunPlan.Unfit::new)
              .orElseGet(() ->
                  command.route() == null || text(command.route()).equals(excursion.route())
                      ? new RunPlan.Fit(excursion)
                      : excursion(text(command.route()), known.routes(), trip.code()));
      case Run.Pickup(var from, var windowFrom, var windowTo) ->
          unfit("route", command.route(), trip.code())
              .<RunPlan>map(RunPlan.Unfit::new)
              .orElseGet(() ->
                  pickup(
                      command.from() == null ? from : text(command.from()),
                      command.windowFrom() == null ? windowFrom : command.windowFrom(),
                      command.windowTo() == null ? windowTo : command.windowTo(),
                      trip.code()));
    };
  }

  private static RunPlan excursion(String route, Set<String> routes, String code) {
    return routes.contains(route)
        ? new RunPlan.Fit(new Run.Excursion(route))
        : new RunPlan.Unfit(Refused.because("route-unknown", route, code));
  }

  private static RunPlan pickup(
      String from,
      @Nullable LocalDateTime windowFrom,
      @Nullable LocalDateTime windowTo,
      String code) {
    if (from.isEmpty() || from.equals(Run.SELF)) {
      return new RunPlan.Unfit(Refused.because("trip-from-unfit", from, code));
    }
    if (windowFrom == null || windowTo == null) {
      var missing = windowFrom == null ? "windowFrom" : "windowTo";
      return new RunPlan.Unfit(Refused.because("trip-window-missing", missing, code));
    }
    if (!windowFrom.isBefore(windowTo)) {
      return new RunPlan.Unfit(Refused.because("trip-window-empty", windowFrom, windowTo, code));
    }
    return new RunPlan.Fit(new Run.Pickup(from, windowFrom, windowTo));
  }

  private static Optional<Refused> ofPickupsOnly(
      @Nullable String from,
      @Nullable LocalDateTime windowFrom,
      @Nullable LocalDateTime windowTo,
      String code) {
    return unfit("from", from, code)
        .or(() -> unfit("windowFrom", windowFrom, code))
        .or(() -> unfit("windowTo", windowTo, code));
  }

  private static Optional<Refused> unfit(String field, @Nullable Object value, String code) {
    return value == null || value.toString().isBlank()
        ? Optional.empty()
        : Optional.of(Refused.because("trip-field-unfit", field, value.toString(), code));
  }

  private static Optional<Refused> stranger(
      List<String> delegations, Predicate<String> known, String code) {
    return delegations.stream()
        .filter(known.negate())
        .findFirst()
        .map(d -> Refused.because("delegation-unknown", d, code));
  }

  private static List<String> codes(@Nullable List<@Nullable String> said) {
    return said == null ? List.of() : said.stream().map(TripPlan::text).distinct().toList();
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }

  private static @Nullable String stripped(@Nullable String said) {
    return said == null ? null : said.strip();
  }
}
