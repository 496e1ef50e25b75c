package org.huiwu.registration.roster.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huiwu.registration.roster.reading.grid.GridCell;
import org.jspecify.annotations.Nullable;

/// Reads one row under the rules of FORMAT.md, "Rosters", "Values" and what waits.
final class RowReading {

  /// @param telling cells beside the name that say anything at all; of a row without a name, only
  ///   those that do not read like notes
  /// @param sure those of them that could be read and are no free text
  record Result(ReadRow row, int telling, int sure) {

    /// The name was read, or stands in a formula.
    boolean named() {
      return switch (row) {
        case PersonRow _ -> true;
        case WaitingRow waits ->
            waits.name() != null
                || waits.waiting().stream()
                    .anyMatch(cell ->
                        cell.field() == RosterField.NAME && cell.reason() == WaitReason.FORMULA);
      };
    }
  }

  private static final Set<RosterField> FREE_TEXT =
      EnumSet.of(RosterField.TITLE, RosterField.ARRIVE_NO, RosterField.DEPART_NO);

  private final RosterContext context;
  private final Notes notes;
  private final Map<String, String> routes;

  RowReading(RosterContext context, Notes notes) {
    this.context = context;
    this.notes = notes;
    this.routes = context.codesByWording();
  }

  Result read(RowOrigin origin) {
    return new Attempt(origin).result();
  }

  private final class Attempt {
    private final RowOrigin origin;
    private final List<WaitingCell> waiting = new ArrayList<>();
    private final boolean nameless;
    private int telling;
    private int sure;

    Attempt(RowOrigin origin) {
      this.origin = origin;
      RosterCell name = origin.cells().get(RosterField.NAME);
      this.nameless = name == null || name.text().isEmpty();
    }

    Result result() {
      String name = required(RosterField.NAME, this::name);
      Gender gender =
          required(RosterField.GENDER, text -> inTable(SynonymKind.GENDER, text, Gender::valueOf));
      Integer rank =
          required(RosterField.RANK, text -> inTable(SynonymKind.RANK, text, Integer::valueOf));
      String title = free(RosterField.TITLE, RowReading::title);
      String phone =
          free(
              RosterField.PHONE,
              text -> Read.orElse(PhoneNumber.find(text), WaitReason.NOT_A_PHONE));
      Diet diet =
          optional(
              RosterField.DIET, Diet.NORMAL, text -> inTable(SynonymKind.DIET, text, Diet::of));
      Leg arrival = leg(RosterField.ARRIVE, RosterField.ARRIVE_NO, RosterField.ARRIVE_AT);
      Leg departure = leg(RosterField.DEPART, RosterField.DEPART_NO, RosterField.DEPART_AT);
      if (before(departure, arrival)) {
        hold(RosterField.DEPART, WaitReason.DEPARTS_BEFORE_ARRIVAL);
      }
      String route = optional(RosterField.ROUTE, "", this::route);
      boolean companion =
          optional(
              RosterField.COMPANION,
              false,
              text -> inTable(SynonymKind.COMPANION, text, "yes"::equals));
      if (waiting.isEmpty() && name != null && gender != null && rank != null) {
        return new Result(
            new PersonRow(
                origin, name, gender, rank, title, phone, diet, arrival, departure, route,
                companion),
            telling,
            sure);
      }
      return new Result(new WaitingRow(origin, waiting, name, companion), telling, sure);
    }

    private @Nullable Leg leg(RosterField time, RosterField number, RosterField place) {
      Leg leg =
          new Leg(
              perhaps(time, null, text -> Moment.read(text, context.zone(), context.year())),
              optional(place, "", text -> inTable(SynonymKind.PLACE, text, code -> code)),
              free(number, RowReading::number));
      return leg.time() == null && leg.place().isEmpty() && leg.number().isEmpty() ? null : leg;
    }

    private Read<String> name(String text) {
      return context.synonyms().find(SynonymKind.UNKNOWN, text).isPresent()
          ? Read.not(WaitReason.NOT_SURELY_A_NAME)
          : Read.orElse(PersonName.find(text), WaitReason.NOT_SURELY_A_NAME);
    }

    private Read<String> route(String text) {
      Synonyms synonyms = context.synonyms();
      String meant =
          synonyms
              .find(SynonymKind.ROUTE, text)
              .or(() -> synonyms.find(SynonymKind.ROUTE, Wording.route(text)))
              .orElse(text);
      String code = meant.equals("none") ? "" : routes.get(Wording.route(meant));
      return code == null ? Read.not(WaitReason.NOT_IN_TABLE) : Read.as(code);
    }

    private <T> Read<T> inTable(SynonymKind kind, String text, Function<String, T> meaning) {
      return Read.orElse(context.synonyms().find(kind, text).map(meaning), WaitReason.NOT_IN_TABLE);
    }

    private <T> @Nullable T required(RosterField field, Function<String, Read<T>> reader) {
      RosterCell cell = origin.cells().get(field);
      if (cell == null || cell.text().isEmpty() || blank(cell, "any")) {
        hold(field, WaitReason.MISSING);
        return null;
      }
      return read(field, cell, null, reader);
    }

    private <T> T optional(RosterField field, T nothing, Function<String, Read<T>> reader) {
      T read = perhaps(field, nothing, reader);
      return read == null ? nothing : read;
    }

    private String free(RosterField field, Function<String, Read<String>> reader) {
      RosterCell cell = origin.cells().get(field);
      return cell == null || blank(cell, "text") ? "" : optional(field, "", reader);
    }

    private <T> @Nullable T perhaps(
        RosterField field, @Nullable T nothing, Function<String, Read<T>> reader) {
      RosterCell cell = origin.cells().get(field);
      return cell == null || cell.text().isEmpty() || blank(cell, "any")
          ? null
          : read(field, cell, nothing, reader);
    }

    /// @param nothing what an empty cell means. Forms come with 无, 否 and 正常 filled in; a cell that
    ///   means just that is no sign of a person.
    private <T> @Nullable T read(
        RosterField field, RosterCell cell, @Nullable T nothing, Function<String, Read<T>> reader) {
      Read<T> read =
          cell.computed() || Formulas.wouldRun(cell.text())
              ? Read.not(WaitReason.FORMULA)
              : reader.apply(cell.text());
      if (read.reason() != null) {
        hold(field, read.reason());
      }
      if (field != RosterField.NAME && (read.value() == null || !read.value().equals(nothing))) {
        telling += nameless && notes.isNote(cell.text()) ? 0 : 1;
        sure += read.value() == null || FREE_TEXT.contains(field) ? 0 : 1;
      }
      return read.value();
    }

    private boolean blank(RosterCell cell, String where) {
      Optional<String> blank = context.synonyms().find(SynonymKind.BLANK, cell.text());
      return !cell.computed() && blank.isPresent() && blank.get().equals(where);
    }

    private void hold(RosterField field, WaitReason reason) {
      RosterCell cell = origin.cells().get(field);
      waiting.add(
          cell == null
              ? new WaitingCell("", field, "", reason)
              : new WaitingCell(cell.column(), field, cell.text(), reason));
    }
  }

  private static boolean before(@Nullable Leg departure, @Nullable Leg arrival) {
    return departure != null
        && arrival != null
        && departure.time() != null
        && arrival.time() != null
        && departure.time().isBefore(arrival.time());
  }

  private static Read<String> title(String text) {
    StringBuilder title = new StringBuilder();
    text.codePoints()
        .map(character -> GridCell.isInvisible(character) ? ' ' : character)
        .forEach(title::appendCodePoint);
    return Read.as(title.toString().strip().replaceAll(" {2,}", " "));
  }

  /// `ca 1335` is CA1335, `D2025次` D2025.
  private static Read<String> number(String text) {
    String typed = Wording.key(text).toUpperCase(Locale.ROOT);
    return Read.as(typed.replaceFirst("(?<=\\d)次$", ""));
  }
}
