package org.huiwu.notification.escalation;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.standing.Standings;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The duty room's calls with all that is needed to make them: open ones first, the most pressing
/// of them first.
@Component
public class CallSheets {
  private static final Comparator<CallSheet> MOST_PRESSING_FIRST =
      Comparator.comparing((CallSheet s) -> !s.open())
          .thenComparing(CallSheet::urgency)
          .thenComparing(CallSheet::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(CallSheet::openedAt)
          .thenComparing(CallSheet::id);

  private final CallTasks tasks;
  private final Contacts contacts;
  private final Standings standings;
  private final ManifestBook book;
  private final ManifestLibrary library;
  private final ReadOut readOut;
  private final ConferenceClock clock;

  CallSheets(
      CallTasks tasks,
      Contacts contacts,
      Standings standings,
      ManifestBook book,
      ManifestLibrary library,
      ReadOut readOut,
      ConferenceClock clock) {
    this.tasks = tasks;
    this.contacts = contacts;
    this.standings = standings;
    this.book = book;
    this.library = library;
    this.readOut = readOut;
    this.clock = clock;
  }

  public List<CallSheet> all(UUID conference, boolean openOnly, Locale language) {
    var found = tasks.all(conference, openOnly);
    var people = contacts.of(conference, found.stream().map(CallTask::contact).distinct().toList());
    var now = clock.local(conference);
    return found.stream()
        .map(t -> sheet(conference, t, people, now, language))
        .sorted(MOST_PRESSING_FIRST)
        .toList();
  }

  public CallSheet of(UUID conference, CallTask task, Locale language) {
    return sheet(
        conference,
        task,
        contacts.of(conference, List.of(task.contact())),
        clock.local(conference),
        language);
  }

  private CallSheet sheet(
      UUID conference,
      CallTask task,
      Map<String, Contact> people,
      LocalDateTime now,
      Locale language) {
    var person = people.get(task.contact());
    var standing = standings.find(conference, task.contact(), task.manifest());
    long from = standing.map(s -> s.acknowledged()).orElse(0L);
    long to =
        standing
            .map(s -> s.told())
            .orElseGet(() -> library.latest(conference, task.manifest()).orElse(0L));
    return new CallSheet(
        task.id(),
        task.open(),
        task.urgency(now),
        task.contact(),
        person == null ? null : person.role(),
        person == null ? null : person.name(),
        person == null ? "" : person.phone(),
        task.manifest(),
        title(conference, task.manifest()),
        task.leftOnRed(),
        plates(conference, task),
        from,
        to,
        task.open() ? readOut.of(conference, task.manifest(), from, to, language) : List.of(),
        task.due(),
        task.openedAt(),
        task.reminded(),
        task.assignedTo(),
        task.assignedAt(),
        task.closedAt(),
        task.closedBy(),
        task.closedHow(),
        task.attempts());
  }

  private @Nullable String plates(UUID conference, CallTask task) {
    return task.buses().isEmpty()
        ? null
        : task.buses().stream()
            .map(trip -> title(conference, "trip:" + trip))
            .collect(Collectors.joining(" "));
  }

  private String title(UUID conference, String manifest) {
    return book.find(conference, manifest).map(ManifestFacts::title).orElse(manifest);
  }
}
