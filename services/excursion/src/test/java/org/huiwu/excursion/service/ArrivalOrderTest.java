package org.huiwu.excursion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.excursion.programme.Programme;
import org.huiwu.excursion.programme.Route;
import org.huiwu.excursion.programme.Stop;
import org.huiwu.excursion.service.States.Bus;
import org.huiwu.excursion.service.States.Person;
import org.huiwu.platform.conversations.ArrivalOrders;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.StateListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever the order in which people, trips, roll-calls, diets, routes and stops come, the sites'
/// lists are the same, and what is stored is what a computation from the start would say.
class ArrivalOrderTest extends RealServers {
  private static final int ORDERS = 40;
  private static final List<String> NOBODY = List.of();

  private static final List<String> SUBJECTS =
      Stream.concat(
              Stream.of("host", "wife", "back", "gone", "heir", "moved", "late").map(p -> "p/" + p),
              Stream.of("S1", "S1M", "S2").map(s -> "stop/" + s))
          .toList();

  private record Site(Map<String, String> header, SortedMap<String, Map<String, String>> lines) {}

  @Autowired private ChangeLog changes;
  @Autowired private List<StateListener<?>> listeners;
  @Autowired private Programme programme;
  @Autowired private Manifests manifests;

  @Test
  void the_order_in_which_facts_arrive_does_not_matter() {
    var sites = told().outcome(ORDERS, SUBJECTS, this::lists);
    var r1 =
        Map.of(
            "host",
            "X1A halal",
            "wife",
            "X1A normal",
            "heir",
            "X1A normal",
            "moved",
            "X1B vegetarian");
    assertThat(summary(sites))
        .isEqualTo(Map.of("site:S1", r1, "site:S1M", r1, "site:S2", Map.of("late", "X2A normal")));
  }

  private static Map<String, Map<String, String>> summary(Map<String, Site> sites) {
    Map<String, Map<String, String>> summary = new TreeMap<>();
    sites.forEach((manifest, site) -> {
      Map<String, String> lines = new TreeMap<>();
      site.lines().forEach((person, f) -> lines.put(person, f.get("bus") + " " + f.get("diet")));
      summary.put(manifest, lines);
    });
    return summary;
  }

  private Map<String, Site> lists(UUID conference) {
    Map<String, Site> sites = new TreeMap<>();
    for (var head : manifests.heads(conference)) {
      var whole = manifests.find(conference, head.manifest()).orElseThrow();
      var header = whole.header();
      sites.put(head.manifest(), new Site(header == null ? Map.of() : header, whole.lines()));
    }
    return sites;
  }

  private ArrivalOrders told() {
    var story = new ArrivalOrders(changes, listeners);
    people(story);
    buses(story);
    var diet = story.hears(States.diet("host", 1, "normal"));
    story.hearsAfter(diet, States.diet("host", 2, "halal"));
    story.hears(States.diet("moved", 1, "vegetarian"));
    var routes =
        story.does("routes", scope -> programme.plan(scope, List.of(route("R1"), route("R2"))));
    var stops =
        story.does(
            "stops",
            scope -> programme.planStops(scope, List.of(stop("S1", "R1"), stop("S2", "R2"))),
            routes);
    story.does(
        "stop between", scope -> programme.planStops(scope, List.of(stop("S1M", "R1"))), routes);
    story.does(
        "retimed",
        scope -> {
          var stop = stop("S1", "R1");
          programme.retime(scope, stop, stop.arriving(LocalDateTime.of(2026, 6, 9, 17, 10)));
        },
        stops);
    return story;
  }

  private static void people(ArrivalOrders story) {
    var back = Person.delegate("back", "BJ", "R1");
    var gone = Person.delegate("gone", "BJ", "R1");
    story.hears(Person.delegate("host", "BJ", "R1").state("participant-registered"));
    story.hears(Person.companionOf("host", "wife", "XZ").state("companion-added"));
    var registered = story.hears(back.state("participant-registered"));
    var withdrawn = story.hearsAfter(registered, back.withdrawn().state("participant-withdrawn"));
    story.hearsAfter(withdrawn, back.withdrawn().reinstated().state("participant-reinstated"));
    var present = story.hears(gone.state("participant-registered"));
    story.hearsAfter(
        present,
        gone.withdrawn().state("participant-withdrawn"),
        gone.substitutedBy("heir").state("participant-substituted"));
    story.hears(Person.delegate("moved", "BJ", "R2").state("participant-registered"));
    story.hears(Person.delegate("late", "TJ", "R2").state("participant-registered"));
  }

  private static void buses(ArrivalOrders story) {
    var a = Bus.of("X1A", "R1", 45, "BJ");
    var planned = story.hears(a.state("trip-planned"));
    story.hearsAfter(planned, a.plate("桂Z9").state("vehicle-replaced"));
    story.hears(Bus.of("X1B", "R1", 45, "TJ").state("trip-planned"));
    story.hears(Bus.of("X2A", "R2", 45, "BJ", "TJ").state("trip-planned"));
    var first =
        story.hears(States.rollCall("1", "X1A", 50, List.of("host"), List.of("back"), NOBODY));
    var second =
        story.hearsAfter(
            first, States.rollCall("2", "X1B", 55, List.of("moved"), NOBODY, List.of("moved")));
    story.hearsAfter(
        second, States.rollCall("3", "X2A", 52, List.of("late"), List.of("moved", "host"), NOBODY));
  }

  private static Route route(String code) {
    return new Route(
        code,
        "线",
        LocalDateTime.of(2026, 6, 9, 14, 0),
        LocalDateTime.of(2026, 6, 10, 19, 0),
        false,
        1);
  }

  private static Stop stop(String code, String route) {
    return new Stop(
        code,
        route,
        1,
        "点",
        LocalDateTime.of(2026, 6, 9, 16, 30),
        LocalDateTime.of(2026, 6, 9, 18, 0),
        "",
        false,
        1);
  }
}
