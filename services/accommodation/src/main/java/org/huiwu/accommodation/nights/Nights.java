package org.huiwu.accommodation.nights;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The nights that somebody sleeps somewhere, by the date on which each begins, local to the
/// conference.
///
/// Invariant: the spans are not empty, ascend, and neither overlap nor touch.
public record Nights(List<Span> spans) {
  public static final Nights NONE = new Nights(List.of());
  private static final LocalTime DAYBREAK = LocalTime.of(6, 0);

  /// Consecutive nights: the first, and the date on which the room is left.
  public record Span(LocalDate from, LocalDate to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("no night from " + from + " to " + to);
      }
    }

    public boolean contains(LocalDate night) {
      return !night.isBefore(from) && night.isBefore(to);
    }

    public boolean overlaps(Span other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public Span reaching(Span other) {
      return new Span(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
  }

  public Nights {
    spans = List.copyOf(spans);
  }

  /// `to` is the date of leaving; none when it is not after `from`.
  public static Nights between(LocalDate from, LocalDate to) {
    return from.isBefore(to) ? new Nights(List.of(new Span(from, to))) : NONE;
  }

  /// From the arrival date to the departure date; an arrival before 06:00 needs the night before
  /// (FORMAT.md, The rules behind the manifests).
  public static Nights of(LocalDateTime arrival, LocalDateTime departure) {
    var first =
        arrival.toLocalTime().isBefore(DAYBREAK)
            ? arrival.toLocalDate().minusDays(1)
            : arrival.toLocalDate();
    return between(first, departure.toLocalDate());
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /// The first night to the date of leaving, whatever lies between.
  public Span reach() {
    return new Span(spans.getFirst().from(), spans.getLast().to());
  }

  public boolean contains(LocalDate night) {
    for (var span : spans) {
      if (span.contains(night)) {
        return true;
      }
    }
    return false;
  }

  public boolean containsAll(Nights other) {
    return other.spans.stream()
        .allMatch(o ->
            spans.stream().anyMatch(s -> !o.from().isBefore(s.from()) && !o.to().isAfter(s.to())));
  }

  public boolean overlaps(Nights other) {
    for (var span : spans) {
      for (var theirs : other.spans) {
        if (span.overlaps(theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Those from `from` on (null: from the beginning) and before `to` (null: to the end).
  public Nights within(@Nullable LocalDate from, @Nullable LocalDate to) {
    List<Span> inside = new ArrayList<>();
    for (var span : spans) {
      var first = from == null || from.isBefore(span.from()) ? span.from() : from;
      var end = to == null || to.isAfter(span.to()) ? span.to() : to;
      if (first.isBefore(end)) {
        inside.add(new Span(first, end));
      }
    }
    return new Nights(inside);
  }

  public Nights and(Nights other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    all.sort(Comparator.comparing(Span::from));
    List<Span> joined = new ArrayList<>();
    for (var span : all) {
      if (!joined.isEmpty() && !span.from().isAfter(joined.getLast().to())) {
        joined.add(joined.removeLast().reaching(span));
      } else {
        joined.add(span);
      }
    }
    return new Nights(joined);
  }
}
