package org.huiwu.notification.letter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// What a letter says, in its recipient's language: which lists have which version, how much has
/// changed, where to read them and how to answer. Names of people are on the page and on paper
/// only.
@Component
class LetterWords {
  private static final int NAMED = 5;

  /// One manifest of a letter.
  ///
  /// @param since what differs from what the recipient has acknowledged
  record Told(
      String kind, String title, String code, long from, long to, Difference since, long lines) {}

  record Words(String subject, String text) {
    @Override
    public String toString() {
      return "Words";
    }
  }

  private final MessageSource messages;

  LetterWords() {
    var bundle = new ResourceBundleMessageSource();
    bundle.setBasename("letters");
    bundle.setDefaultEncoding("UTF-8");
    bundle.setFallbackToSystemLocale(false);
    this.messages = bundle;
  }

  /// @param spokenOf the names of those who have not answered; none in a letter to themselves
  /// @param code with which the recipient may answer; null: they may not
  /// @param link null: there is no page for them
  Words of(
      String conference,
      Purpose purpose,
      List<String> spokenOf,
      List<Told> told,
      @Nullable URI link,
      @Nullable String code,
      Locale language) {
    var text = new StringBuilder(say(language, "letter.greeting", conference));
    text.append(say(language, "letter.begin." + purpose.wire()));
    if (!spokenOf.isEmpty()) {
      text.append(say(language, "letter.of", String.join(say(language, "letter.and"), spokenOf)));
    }
    told.stream().limit(NAMED).forEach(t -> text.append(line(t, language)));
    if (told.size() > NAMED) {
      text.append(say(language, "letter.more", told.size() - NAMED));
    }
    if (link != null) {
      text.append(say(language, "letter.link", link.toString()));
    }
    if (code != null) {
      text.append(say(language, "letter.code", code));
    }
    var subject =
        told.size() == 1
            ? say(
                language,
                "letter.subject.one",
                conference,
                name(told.getFirst(), language),
                told.getFirst().to())
            : say(language, "letter.subject.many", conference, told.size());
    return new Words(subject, text.toString());
  }

  private String line(Told told, Locale language) {
    if (told.from() == 0) {
      return say(language, "letter.line.first", name(told, language), told.to(), told.lines());
    }
    var changes = told.since().lines().values();
    return say(
        language,
        "letter.line.revised",
        name(told, language),
        told.to(),
        changes.stream().filter(c -> c.before() == null).count(),
        changes.stream().filter(c -> c.after() == null).count(),
        changes.stream().filter(LetterWords::isChanged).count()
            + (told.since().headerFields().isEmpty() ? 0 : 1));
  }

  private static boolean isChanged(LineChange change) {
    return change.before() != null && change.after() != null;
  }

  /// E.g. `trip X1A (桂A12345)`.
  private String name(Told told, Locale language) {
    var kind = say(language, "letter.kind." + told.kind());
    return told.title().isBlank() || told.title().equals(told.code())
        ? say(language, "letter.name", kind, told.code())
        : say(language, "letter.name.titled", kind, told.code(), told.title());
  }

  private String say(Locale language, String key, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }
}
