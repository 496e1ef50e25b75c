package org.huiwu.registration.roster.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.huiwu.registration.roster.reading.PersonRow;
import org.huiwu.registration.roster.reading.RosterField;
import org.huiwu.registration.roster.said.SaidPerson;
import org.huiwu.registration.text.NameKey;
import org.jspecify.annotations.Nullable;

/// Tells who in a corrected file is who: by the name as the last file had it, by the name as the
/// desk has it now, and, where the name itself was corrected, by a mobile number that nobody else
/// has. Each person is recognised once in a file, wherever their row has moved to.
final class Recognition {
  private static final Pattern MOBILE = Pattern.compile("1\\d{10}|\\+\\d{8,15}");

  /// Who a row is.
  sealed interface Who {}

  record Somebody(SaidPerson said, Known known) implements Who {}

  /// The number is known and the name is quite another: renamed, or somebody in their place.
  record Perhaps(SaidPerson said, Known known) implements Who {}

  record Stranger() implements Who {}

  private final Knowledge knowledge;
  private final Set<String> taken = new HashSet<>();

  Recognition(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  Who who(PersonRow row) {
    var who = look(row);
    switch (who) {
      case Somebody s -> taken.add(s.said().person());
      case Perhaps p -> taken.add(p.said().person());
      case Stranger _ -> {}
    }
    return who;
  }

  /// Whom a row names that cannot be read otherwise.
  Optional<SaidPerson> named(@Nullable String name, String sheet, int row) {
    if (name == null || knowledge.survey() == null) {
      return Optional.empty();
    }
    var key = NameKey.of(name);
    var found = free(sheet, row).stream().filter(s -> s.nameKey().equals(key)).findFirst();
    found.ifPresent(s -> taken.add(s.person()));
    return found;
  }

  private Who look(PersonRow row) {
    if (knowledge.surely() != null) {
      return byAClerksWord(row, knowledge.surely());
    }
    var survey = knowledge.survey();
    if (survey == null) {
      return new Stranger();
    }
    var free = free(row.origin().sheet(), row.origin().row());
    var key = NameKey.of(row.name());
    return sure(free, row, s -> s.nameKey().equals(key))
        .or(() -> sure(free, row, s -> s.person().equals(knowledge.attending().get(key))))
        .orElseGet(() -> byNumber(free, row, survey));
  }

  /// Who was not brought by a roster is taken for what stands at the desk.
  private Who byAClerksWord(PersonRow row, String person) {
    var known = knowledge.known().get(person);
    if (known == null) {
      return new Stranger();
    }
    return knowledge.said().stream()
        .filter(s -> s.person().equals(person))
        .findFirst()
        .map(said -> new Somebody(said, known))
        .orElseGet(() ->
            new Somebody(
                new SaidPerson(
                    person,
                    knowledge.roster(),
                    row.origin().sheet(),
                    row.origin().row(),
                    NameKey.of(known.participant().who().name()),
                    known.values(),
                    false),
                known));
  }

  /// Those of earlier files, and who stands in this very row.
  private List<SaidPerson> free(String sheet, int row) {
    return knowledge.said().stream()
        .filter(s -> !taken.contains(s.person()) && knowledge.known().containsKey(s.person()))
        .filter(s ->
            !s.roster().equals(knowledge.roster()) || s.standsIn(knowledge.roster(), sheet, row))
        .toList();
  }

  /// One name, another gender and another number: two people of one name.
  private Optional<Who> sure(List<SaidPerson> free, PersonRow row, Predicate<SaidPerson> named) {
    var candidates = free.stream().filter(named).filter(s -> !isAnother(s, row)).toList();
    return candidates.stream()
        .filter(s -> s.phone().equals(row.phone()))
        .findFirst()
        .or(() -> candidates.stream().findFirst())
        .map(this::somebody);
  }

  private static boolean isAnother(SaidPerson said, PersonRow row) {
    return !said.said(RosterField.GENDER).equals(row.gender().name())
        && !said.phone().equals(row.phone());
  }

  private Who byNumber(List<SaidPerson> free, PersonRow row, FileSurvey survey) {
    var phone = row.phone();
    if (!MOBILE.matcher(phone).matches() || !survey.isOnes(phone)) {
      return new Stranger();
    }
    var candidates =
        free.stream().filter(s -> s.phone().equals(phone) && !survey.names(s.nameKey())).toList();
    if (candidates.size() != 1) {
      return new Stranger();
    }
    var somebody = somebody(candidates.getFirst());
    var same =
        somebody.said().said(RosterField.GENDER).equals(row.gender().name())
            && alike(somebody.said().said(RosterField.NAME), row.name());
    return same ? somebody : new Perhaps(somebody.said(), somebody.known());
  }

  private Somebody somebody(SaidPerson said) {
    var known = knowledge.known().get(said.person());
    if (known == null) {
      throw new IllegalStateException("only who is known is free");
    }
    return new Somebody(said, known);
  }

  /// Most of the characters are the same, in their order: a slip of the pen.
  static boolean alike(String one, String other) {
    var a = one.codePoints().toArray();
    var b = other.codePoints().toArray();
    var common = new int[a.length + 1][b.length + 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        common[i + 1][j + 1] =
            a[i] == b[j] ? common[i][j] + 1 : Math.max(common[i][j + 1], common[i + 1][j]);
      }
    }
    return 2 * common[a.length][b.length] >= Math.max(a.length, b.length);
  }
}
