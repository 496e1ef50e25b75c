package org.huiwu.notification.escalation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.standing.Standings;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The duty room's calls with all that is needed to make them. What to read out is with the one
/// call that is asked for only: it is the difference of two versions, and the list is read all the
/// time.
@Component
public class CallSheets {
  private static final String TRIP = "trip:";

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

  /// In the order of [CallTasks#all], without what to read out.
  public List<CallSheet> all(UUID conference, boolean openOnly, int limit) {
    return sheets(conference, tasks.all(conference, openOnly, limit), _ -> List.of());
  }

  /// @return empty when there is no such call
  public Optional<CallSheet> find(UUID conference, UUID id, Locale language) {
    return tasks
        .find(conference, id)
        .flatMap(task ->
            sheets(conference, List.of(task), said -> readOut(conference, said, language)).stream()
                .findFirst());
  }

  /// What is to be read out, from one version to another.
  private record Said(CallTask task, long from, long to) {}

  private List<String> readOut(UUID conference, Said said, Locale language) {
    return said.task().open()
        ? readOut.of(conference, said.task().manifest(), said.from(), said.to(), language)
        : List.of();
  }

  private List<CallSheet> sheets(
      UUID conference, List<CallTask> found, Function<Said, List<String>> words) {
    var people = contacts.of(conference, found.stream().map(CallTask::contact).distinct().toList());
    var stands = standings.of(conference, found.stream().map(CallTask::debt).toList());
    var facts = book.of(conference, found.stream().flatMap(CallSheets::named).distinct().toList());
    var now = clock.local(conference);
    return found.stream()
        .map(task -> {
          var standing = stands.get(task.debt());
          var said =
              new Said(
                  task,
                  standing == null ? 0 : standing.acknowledged(),
                  standing == null
                      ? library.latest(conference, task.manifest()).orElse(0L)
                      : standing.told());
          return sheet(said, people.get(task.contact()), facts, now, words.apply(said));
        })
        .toList();
  }

  /// The manifests of which the title is said.
  private static Stream<String> named(CallTask task) {
    return Stream.concat(
        Stream.of(task.manifest()), task.buses().stream().map(trip -> TRIP + trip));
  }

  private static CallSheet sheet(
      Said said,
      @Nullable Contact person,
      Map<String, ManifestFacts> facts,
      LocalDateTime now,
      List<String> words) {
    var task = said.task();
    return new CallSheet(
        task.id(),
        task.open(),
        task.urgency(now),
        task.contact(),
        person == null ? null : person.role(),
        person == null ? null : person.name(),
        person == null ? "" : person.phone(),
        task.manifest(),
        title(facts, task.manifest()),
        task.leftOnRed(),
        plates(facts, task),
        said.from(),
        said.to(),
        words,
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

  private static @Nullable String plates(Map<String, ManifestFacts> facts, CallTask task) {
    return task.buses().isEmpty()
        ? null
        : task.buses().stream()
            .map(trip -> title(facts, TRIP + trip))
            .collect(Collectors.joining(" "));
  }

  private static String title(Map<String, ManifestFacts> facts, String manifest) {
    var known = facts.get(manifest);
    return known == null ? manifest : known.title();
  }
}
