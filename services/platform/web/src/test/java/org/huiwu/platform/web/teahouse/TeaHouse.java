package org.huiwu.platform.web.teahouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contributions;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.web.DerivesManifests;
import org.huiwu.platform.web.HuiwuService;
import org.huiwu.platform.web.access.KnownConferences;
import org.huiwu.platform.web.preview.DeskExceptions;
import org.huiwu.platform.web.preview.Impact;
import org.huiwu.platform.web.preview.VersionsAhead;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@HuiwuService
@DerivesManifests
class TeaHouse {

  /// A conference is known by its teas.
  @Bean
  KnownConferences conferences(JdbcTemplate jdbc) {
    return conference ->
        !jdbc.queryForList("select 1 from tea where conference = ?", conference).isEmpty();
  }

  @Bean
  Contributions menu(JdbcTemplate jdbc) {
    return new Contributions() {
      @Override
      public Collection<String> subjects(UUID conference) {
        return jdbc.queryForList(
            "select 'tea/' || code from tea where conference = ?", String.class, conference);
      }

      @Override
      public Map<String, List<Contribution>> of(UUID conference, Collection<String> subjects) {
        Map<String, List<Contribution>> all = new HashMap<>();
        jdbc.query(
            "select code, price from tea where conference = ? and 'tea/' || code = any(?)",
            row -> {
              all.computeIfAbsent("tea/" + row.getString(1), _ -> new ArrayList<>())
                  .add(
                      Contribution.line(
                          "menu:all", row.getString(1), Map.of("price", row.getString(2))));
            },
            conference,
            subjects.toArray(String[]::new));
        return all;
      }
    };
  }

  /// In place of notification: its deltas are the versions, and the kitchen has a list of the same.
  /// Nobody's rights are about menus.
  @Bean
  VersionsAhead versions() {
    return new VersionsAhead() {
      @Override
      public List<Impact.Revision> of(UUID conference, List<Changeset> changesets) {
        return changesets.stream()
            .flatMap(c -> c.manifests().stream())
            .flatMap(d -> Stream.of(revision("meal:tea", d), revision(d.manifest(), d)))
            .toList();
      }

      @Override
      public Impact.UnderWay underWay(UUID conference) {
        return new Impact.UnderWay(2, 1);
      }
    };
  }

  private static Impact.Revision revision(String manifest, Changeset.ManifestDelta delta) {
    return new Impact.Revision(
        manifest,
        delta.seq(),
        new TreeMap<>(),
        lines(delta.lines()),
        delta.lines().size(),
        List.of("waiter"),
        null,
        false);
  }

  private static SortedMap<String, Impact.LineDifference> lines(
      Map<String, @Nullable Map<String, String>> after) {
    SortedMap<String, Impact.LineDifference> lines = new TreeMap<>();
    after.forEach((key, fields) ->
        lines.put(
            key, new Impact.LineDifference(null, fields == null ? null : new TreeMap<>(fields))));
    return lines;
  }

  record Dear(String kind, String code, int price) {}

  @Bean
  DeskExceptions dear(JdbcTemplate jdbc) {
    return new DeskExceptions() {
      @Override
      public List<Dear> all(UUID conference) {
        return jdbc.query(
            "select code, price from tea where conference = ? and price > 1000",
            (row, _) -> new Dear("dear", row.getString(1), row.getInt(2)),
            conference);
      }

      @Override
      public List<String> identity(JsonNode exception) {
        return List.of("kind", "code");
      }

      @Override
      public long extent(JsonNode exception) {
        return exception.path("price").asLong();
      }
    };
  }
}
