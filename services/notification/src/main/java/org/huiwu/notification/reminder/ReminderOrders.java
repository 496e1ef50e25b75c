package org.huiwu.notification.reminder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.personal.DelegateChoices;
import org.huiwu.notification.personal.PersonalLinks;
import org.huiwu.notification.reminder.ReminderOccasions.Occasion;
import org.huiwu.notification.reminder.ReminderPeople.Selected;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reminders are looked at, ordered and called off.
@Component
public class ReminderOrders {
  private static final int SAMPLES = 3;

  /// @param minutesBefore null: as the kind has it
  public record Order(
      String template, Selection selection, @Nullable Integer minutesBefore, boolean urgent) {}

  private final Reminders reminders;
  private final ReminderTimes times;
  private final RemindedPeople reminded;
  private final ReminderSchedule schedule;
  private final ReminderTemplates templates;
  private final ReminderPeople people;
  private final ReminderOccasions occasions;
  private final ReminderWords words;
  private final DelegateChoices choices;
  private final PersonalLinks links;
  private final ConferenceBook conferences;
  private final Clock clock;

  ReminderOrders(
      Reminders reminders,
      ReminderTimes times,
      RemindedPeople reminded,
      ReminderSchedule schedule,
      ReminderTemplates templates,
      ReminderPeople people,
      ReminderOccasions occasions,
      ReminderWords words,
      DelegateChoices choices,
      PersonalLinks links,
      ConferenceBook conferences,
      Clock clock) {
    this.reminders = reminders;
    this.times = times;
    this.reminded = reminded;
    this.schedule = schedule;
    this.templates = templates;
    this.people = people;
    this.occasions = occasions;
    this.words = words;
    this.choices = choices;
    this.links = links;
    this.conferences = conferences;
    this.clock = clock;
  }

  /// Writes nothing.
  ///
  /// @throws Refused as [#order]
  public ReminderPreview preview(UUID conference, Order order, String by) {
    var reminder = reminder(conference, order, by);
    var when = occasions.of(reminder);
    mustBeSometime(reminder, when);
    Map<String, Selected> all = new HashMap<>();
    Map<String, String> about = new HashMap<>();
    List<ReminderPreview.Occasion> shown = new ArrayList<>();
    for (var occasion : when) {
      var selected = people.of(conference, reminder.selection(), manifest(occasion.about()));
      selected.forEach(s -> {
        all.putIfAbsent(s.person(), s);
        about.putIfAbsent(s.person(), occasion.about());
      });
      shown.add(
          new ReminderPreview.Occasion(
              occasion.about(),
              occasion.title(),
              occasion.thing(),
              occasion.sendAt(),
              selected.stream().filter(Selected::isReminded).count()));
    }
    if (reminder.kind() == ReminderKind.BUS_CHANGED) {
      people
          .of(conference, reminder.selection(), null)
          .forEach(s -> all.putIfAbsent(s.person(), s));
    }
    var samples = samples(reminder, all, about);
    return new ReminderPreview(
        reminder.kind(),
        all.values().stream().filter(Selected::isReminded).count(),
        all.values().stream().filter(s -> !s.wants()).count(),
        all.values().stream().filter(s -> s.wants() && !s.reachable()).count(),
        all.values().stream().filter(Selected::isMailed).count(),
        samples.stream().mapToInt(ReminderPreview.Sample::segments).max().orElse(0),
        shown,
        samples);
  }

  private List<ReminderPreview.Sample> samples(
      Reminder reminder, Map<String, Selected> all, Map<String, String> about) {
    var few =
        all.values().stream()
            .filter(Selected::isReminded)
            .map(Selected::person)
            .sorted()
            .limit(SAMPLES)
            .toList();
    var known = words.of(reminder.conference(), few);
    var chosen = choices.of(reminder.conference(), few);
    return few.stream()
        .map(person -> {
          var at = about.getOrDefault(person, ReminderOccasions.NOTHING);
          var language = chosen.getOrDefault(person, DelegateChoices.Choice.NONE).language();
          var text =
              known.write(
                  reminder.template(), person, at, language, () -> links.sample().toString());
          if (!known.channel(person).equals(ChannelKind.EMAIL)) {
            return new ReminderPreview.Sample(person, "", text, Segments.of(text));
          }
          var subject = known.subject(reminder.template(), person, at, language);
          return new ReminderPreview.Sample(person, subject, text, 0);
        })
        .toList();
  }

  /// Inside the conference's lock. It is sent when it is time; who is reminded is seen then.
  ///
  /// @throws Missing `reminder-template-unknown`
  /// @throws Refused `reminder-too-late` when all that it is about has begun;
  ///   `reminder-without-lead` when it is to go out at the very moment
  /// @throws Conflict `in-planning`; `reminder-goes-on` when the same template is told of changes
  ///   of buses already
  public ReminderView order(UUID conference, Order order, String by) {
    if (!conferences.isLive(conference)) {
      throw new Conflict("in-planning");
    }
    var reminder = reminder(conference, order, by);
    var when = occasions.of(reminder);
    mustBeSometime(reminder, when);
    if (reminder.kind() == ReminderKind.BUS_CHANGED
        && reminders.active(conference).stream()
            .anyMatch(r ->
                r.kind() == ReminderKind.BUS_CHANGED
                    && r.selection().equals(reminder.selection()))) {
      throw new Conflict("reminder-goes-on", order.template());
    }
    reminders.add(reminder);
    schedule.keep(reminder, when);
    return view(reminder);
  }

  private static void mustBeSometime(Reminder reminder, List<Occasion> when) {
    if (when.isEmpty() && reminder.kind() != ReminderKind.BUS_CHANGED) {
      throw new Refused("reminder-too-late");
    }
  }

  private Reminder reminder(UUID conference, Order order, String by) {
    var template =
        templates
            .find(conference, order.template())
            .orElseThrow(() -> new Missing("reminder-template-unknown", order.template()))
            .template();
    var minutes =
        Objects.requireNonNullElse(order.minutesBefore(), template.kind().minutesBefore());
    if (template.kind().isBefore() && minutes == 0) {
      throw new Refused("reminder-without-lead");
    }
    return new Reminder(
        UUID.randomUUID(),
        conference,
        template,
        order.selection(),
        minutes,
        order.urgent(),
        by,
        clock.instant(),
        null);
  }

  /// @throws Missing `reminder-unknown`
  public ReminderView cancel(UUID conference, UUID id) {
    get(conference, id);
    reminders.cancel(id, clock.instant());
    times.cancel(id);
    reminded.cancel(id);
    return view(get(conference, id));
  }

  /// The last one first.
  public List<ReminderView> all(UUID conference) {
    return reminders.all(conference).stream().map(this::view).toList();
  }

  /// @throws Missing `reminder-unknown`
  public ReminderView one(UUID conference, UUID id) {
    return view(get(conference, id));
  }

  private Reminder get(UUID conference, UUID id) {
    return reminders.find(conference, id).orElseThrow(() -> new Missing("reminder-unknown", id));
  }

  private ReminderView view(Reminder reminder) {
    return new ReminderView(
        reminder.id(),
        reminder.template().code(),
        reminder.kind(),
        reminder.selection(),
        reminder.minutesBefore(),
        reminder.urgent(),
        reminder.template().confidential(),
        reminder.orderedBy(),
        reminder.orderedAt(),
        reminder.cancelledAt(),
        times.left(reminder.id()),
        reminded.count(reminder.id()));
  }

  private static @Nullable String manifest(String about) {
    return about.isEmpty() ? null : about;
  }
}
