package org.huiwu.notification.reminder;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.personal.Delegate;
import org.huiwu.notification.personal.DelegateBook;
import org.huiwu.notification.personal.PersonalLines;
import org.huiwu.notification.personal.PersonalLines.Line;
import org.huiwu.notification.personal.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fills templates in, for many people at once, from the manifests as they are at that moment.
@Component
class ReminderWords {
  private final DelegateBook delegates;
  private final PersonalLines lines;
  private final Programme programme;
  private final ConferenceBook conferences;
  private final Contacts contacts;
  private final ReminderMessages messages;

  ReminderWords(
      DelegateBook delegates,
      PersonalLines lines,
      Programme programme,
      ConferenceBook conferences,
      Contacts contacts,
      ReminderMessages messages) {
    this.delegates = delegates;
    this.lines = lines;
    this.programme = programme;
    this.conferences = conferences;
    this.contacts = contacts;
    this.messages = messages;
  }

  /// What is known of these people, read once.
  final class Knowledge {
    private final String conference;
    private final Map<String, Delegate> people;
    private final Map<String, List<Line>> byKey;
    private final Map<String, String> delegations;
    private final Map<String, Contact> liaisons;
    private final String dutyPhone;

    private Knowledge(UUID id, Collection<String> persons) {
      conference = conferences.get(id).name();
      people =
          delegates.of(id, persons).stream().collect(Collectors.toMap(Delegate::person, d -> d));
      Set<String> keys =
          Stream.concat(
                  people.keySet().stream(), people.values().stream().map(Delegate::delegation))
              .collect(Collectors.toSet());
      byKey =
          lines.of(id, keys, List.of("trip", "site", "session")).stream()
              .collect(Collectors.groupingBy(Line::line));
      delegations = programme.delegations(id);
      liaisons =
          contacts.of(
              id,
              byKey.values().stream()
                  .flatMap(List::stream)
                  .map(Line::contact)
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList());
      dutyPhone =
          contacts.inRole(id, Contact.DUTY).stream()
              .map(Contact::phone)
              .filter(p -> !p.isBlank())
              .findFirst()
              .orElse("");
    }

    Optional<Delegate> delegate(String person) {
      return Optional.ofNullable(people.get(person));
    }

    /// The bus that a reminder is about: the one named if they are on it, else the one that they
    /// are on.
    Optional<Line> bus(String person, String about) {
      var buses = linesOf(person).filter(Line::isExcursion).toList();
      return buses.stream()
          .filter(l -> l.manifest().equals(about))
          .findFirst()
          .or(() -> buses.stream().findFirst());
    }

    Optional<Line> session(String person, String about) {
      return delegate(person)
          .flatMap(
              d -> linesOf(d.delegation()).filter(l -> l.manifest().equals(about)).findFirst());
    }

    private Stream<Line> linesOf(String key) {
      return byKey.getOrDefault(key, List.of()).stream();
    }

    /// By text message, if there is a number.
    ChannelKind channel(String person) {
      return delegate(person).filter(d -> d.mailed() && !d.reachable()).isPresent()
          ? ChannelKind.EMAIL
          : ChannelKind.SMS;
    }

    /// One line; what is confidential is not in it either.
    String subject(ReminderTemplate template, String person, String about, String language) {
      var own = template.confidential() ? "" : template.subject(language);
      var text =
          own.isBlank()
              ? TemplateText.read(
                  messages.say(locale(language), "reminder.subject"), template.kind())
              : TemplateText.read(own, template.kind());
      return filled(text, template, person, about, language, () -> "").replaceAll("\\p{Cc}+", " ");
    }

    /// @param about the bus or session that it is about, `""` for none
    /// @param link of this person's page; asked for where the words need one
    String write(
        ReminderTemplate template,
        String person,
        String about,
        String language,
        Supplier<String> link) {
      var text =
          template.confidential()
              ? TemplateText.read(
                  messages.say(locale(language), "reminder.confidential"), ReminderKind.FREE)
              : template.text(language);
      return filled(text, template, person, about, language, link);
    }

    private static Locale locale(String language) {
      return language.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private String filled(
        TemplateText text,
        ReminderTemplate template,
        String person,
        String about,
        String language,
        Supplier<String> link) {
      var locale = locale(language);
      Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
      values.put(Placeholder.CONFERENCE, conference);
      delegate(person)
          .ifPresent(d ->
              values.put(
                  Placeholder.DELEGATION,
                  delegations.getOrDefault(d.delegation(), d.delegation())));
      if (template.kind().isAboutBuses()) {
        bus(person, about).ifPresent(l -> bus(values, l, person, locale));
      }
      session(person, about)
          .ifPresent(l -> {
            values.put(Placeholder.SESSION, l.title());
            values.put(Placeholder.HALL, l.header().getOrDefault("hall", ""));
            values.put(Placeholder.STARTS, time(l.headerTime("starts"), locale));
          });
      if (text.placeholders().contains(Placeholder.LINK)) {
        values.put(Placeholder.LINK, link.get());
      }
      return text.filled(values);
    }

    private void bus(Map<Placeholder, String> values, Line bus, String person, Locale language) {
      values.put(Placeholder.BUS, bus.code());
      values.put(Placeholder.PLATE, bus.header().getOrDefault("plate", ""));
      values.put(Placeholder.DEPARTS, time(bus.headerTime("departs"), language));
      linesOf(person)
          .filter(l -> l.kind().equals("site") && l.headerTime("arrives") != null)
          .filter(l -> Objects.equals(l.route(), bus.route()))
          .min(Comparator.comparing(l -> Objects.requireNonNull(l.headerTime("arrives"))))
          .ifPresent(l -> values.put(Placeholder.SITE, l.title()));
      var liaison = bus.contact() == null ? null : liaisons.get(bus.contact());
      values.put(
          Placeholder.LIAISON_PHONE,
          liaison == null || liaison.phone().isBlank() ? dutyPhone : liaison.phone());
    }

    private String time(@Nullable LocalDateTime time, Locale language) {
      return time == null
          ? ""
          : DateTimeFormatter.ofPattern(messages.say(language, "reminder.time"), language)
              .format(time);
    }
  }

  Knowledge of(UUID conference, Collection<String> people) {
    return new Knowledge(conference, people);
  }
}
