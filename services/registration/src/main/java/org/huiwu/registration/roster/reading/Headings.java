package org.huiwu.registration.roster.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiwu.registration.roster.reading.Heading.Part;
import org.huiwu.registration.roster.reading.Heading.Side;
import org.jspecify.annotations.Nullable;

/// Recognises headings: first word for word, then by their parts, both as the synonyms say.
final class Headings {
  /// Longer texts are titles and notes.
  private static final int LONGEST = 60;

  private static final int MOST_REMEMBERED = 5_000;

  /// In this order: 随行家属姓名 tells of family, 职务级别 of rank.
  private static final List<RosterField> BY_PARTS =
      List.of(
          RosterField.COMPANION,
          RosterField.RANK,
          RosterField.GENDER,
          RosterField.PHONE,
          RosterField.DIET,
          RosterField.ROUTE,
          RosterField.TITLE,
          RosterField.NAME);

  private static final String CONNECTIVES = "预计|[号或及和与]";

  private final Synonyms synonyms;
  private final Map<String, List<String>> parts = new HashMap<>();
  private final Map<String, Optional<Heading>> remembered = new HashMap<>();

  Headings(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  Optional<Heading> find(String text) {
    Optional<Heading> known = remembered.get(text);
    if (known != null) {
      return known;
    }
    Optional<Heading> found = recognise(text);
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(text, found);
    }
    return found;
  }

  /// What the nth of several cells of a row says that read alike; a clerk may have told them apart.
  ///
  /// @param nth from 1 on, from the left
  Optional<Heading> find(String text, int nth) {
    String wording = text + "#" + nth;
    Optional<String> told = synonyms.find(SynonymKind.NTH_HEADING, wording);
    return told.isEmpty()
        ? find(text)
        : told.flatMap(RosterField::find)
            .map(field -> Heading.of(field, synonyms.order(SynonymKind.NTH_HEADING, wording)));
  }

  /// Whether a clerk has said that the nth of them is not read.
  boolean isUnread(String text, int nth) {
    return synonyms
        .find(SynonymKind.NTH_HEADING, text + "#" + nth)
        .filter(meaning -> RosterField.find(meaning).isEmpty())
        .isPresent();
  }

  /// Which leg a text speaks of that stands over a group of columns.
  @Nullable Side side(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    return side(new Text(text));
  }

  /// 返程到达站 is the departure's.
  private @Nullable Side side(Text text) {
    if (has(text, "departure")) {
      return Side.DEPARTURE;
    }
    return has(text, "arrival") ? Side.ARRIVAL : null;
  }

  private Optional<Heading> recognise(String text) {
    String letters = text.length() > LONGEST ? "" : Wording.letters(text);
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> listed = synonyms.find(SynonymKind.HEADING, text);
    if (listed.isPresent()) {
      return listed(text, listed.get());
    }
    Text whole = new Text(text);
    if (hasDigit(text) || has(whole, "never")) {
      return Optional.empty();
    }
    String withoutBrackets = Wording.withoutBrackets(text);
    Text core = new Text(withoutBrackets);
    return leg(core, whole)
        .or(() ->
            synonyms
                .find(SynonymKind.HEADING, withoutBrackets)
                .flatMap(meaning -> listed(withoutBrackets, meaning)))
        .or(() -> plain(core))
        .or(() -> bare(core))
        .or(() -> plain(whole));
  }

  /// A quick look, for the many cells that are none: false only if the text cannot head a name.
  boolean mayHeadName(String text) {
    if (text.length() > LONGEST || hasDigit(text)) {
      return false;
    }
    String letters = Wording.letters(text);
    return synonyms.find(SynonymKind.HEADING, letters).isPresent()
        || synonyms.find(SynonymKind.HEADING, Wording.withoutBrackets(text)).isPresent()
        || tokens("name").stream().anyMatch(letters::contains);
  }

  /// A heading has digits at most in brackets, for an example.
  boolean hasDigit(String text) {
    return holdsDigit(text) && holdsDigit(Wording.withoutBrackets(text));
  }

  private static boolean holdsDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Heading> listed(String wording, String meaning) {
    int order = synonyms.order(SynonymKind.HEADING, wording);
    return RosterField.find(meaning).map(field -> Heading.of(field, order));
  }

  /// Brackets may hold the half that is missing: 返程(航班/车次), 时间(到达).
  private Optional<Heading> leg(Text core, Text whole) {
    Side side = side(core);
    Part part = part(core);
    if (side == null && part == null) {
      return Optional.empty();
    }
    Side wholeSide = side == null ? side(whole) : side;
    Part wholePart = part == null ? part(whole) : part;
    return wholeSide == null || wholePart == null
        ? Optional.empty()
        : Optional.of(Heading.of(wholeSide, wholePart));
  }

  private Optional<Heading> plain(Text text) {
    return BY_PARTS.stream()
        .filter(field -> has(text, field.wire()))
        .findFirst()
        .map(field -> Heading.of(field, Integer.MAX_VALUE));
  }

  private Optional<Heading> bare(Text text) {
    Part part = part(text);
    return part != null && isBare(text) ? Optional.of(Heading.of(null, part)) : Optional.empty();
  }

  /// Which part of a leg a text names that stands under a group's heading; there `No.` is one too.
  @Nullable Part part(String text) {
    Text read = new Text(text);
    return text.length() > LONGEST || !isBare(read) ? null : part(read);
  }

  private @Nullable Part part(Text text) {
    if (has(text, "time")) {
      return Part.TIME;
    }
    if (has(text, "date")) {
      return Part.DATE;
    }
    if (has(text, "number")) {
      return Part.NUMBER;
    }
    return has(text, "place") ? Part.PLACE : null;
  }

  /// Nothing but parts of a leg: 航班/车次, 时间, Flight or train.
  private boolean isBare(Text text) {
    String rest = text.letters();
    for (Part part : Part.values()) {
      for (String token : tokens(part.name().toLowerCase(Locale.ROOT))) {
        rest = rest.replace(token, "");
      }
    }
    return rest.replaceAll(CONNECTIVES, "").replaceAll("^(or|and|s)+$", "").isEmpty();
  }

  private boolean has(Text text, String part) {
    return tokens(part).stream().anyMatch(text::has);
  }

  private List<String> tokens(String part) {
    return parts.computeIfAbsent(
        part,
        name ->
            synonyms.wordings(SynonymKind.PART, name).stream()
                .sorted((one, two) -> Integer.compare(two.length(), one.length()))
                .toList());
  }

  private record Text(String letters, List<String> words) {
    Text(String text) {
      this(Wording.letters(text), Wording.latinWords(text));
    }

    /// A Latin part begins a word (`tel` is no part of `hotel`), and one of two letters is a whole
    /// one; a Chinese part stands anywhere.
    boolean has(String token) {
      if (token.charAt(0) >= 0x80) {
        return letters.contains(token);
      }
      return token.length() <= 2
          ? words.contains(token)
          : words.stream().anyMatch(word -> word.startsWith(token));
    }
  }
}
