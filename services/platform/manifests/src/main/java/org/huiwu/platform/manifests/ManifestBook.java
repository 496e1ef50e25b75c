package org.huiwu.platform.manifests;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.manifests.Contribution.Header;
import org.huiwu.platform.manifests.Contribution.Line;
import org.huiwu.platform.manifests.Contribution.Tally;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.ScopeCompletion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The manifests that a service derives: at the end of each transaction the touched subjects'
/// contributions are computed, compared with what is stored, and only what differs becomes a delta.
/// The cost follows the lines that change, not the size of the conference.
///
/// Invariant: under the conference's lock; what is stored equals what [Contributions] would say of
/// every subject.
final class ManifestBook implements ScopeCompletion {
  private static final TypeReference<List<Contribution>> LIST = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private static final String NOTHING = "[]";

  private record TallyKey(String manifest, String line, String field) {}

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Contributions contributions;

  ManifestBook(JdbcTemplate jdbc, JsonMapper json, Contributions contributions) {
    this.jdbc = jdbc;
    this.json = json;
    this.contributions = contributions;
  }

  @Override
  public void complete(ChangeScope scope) {
    if (!scope.subjects().isEmpty()) {
      scope.revised(revise(scope.conference(), scope.subjects()));
    }
  }

  /// Within a transaction.
  List<ManifestDelta> revise(UUID conference, Set<String> subjects) {
    var now = contributions.of(conference, subjects);
    var stored = stored(conference, subjects);
    Map<String, String> differing = new LinkedHashMap<>();
    List<Contribution> gone = new ArrayList<>();
    List<Contribution> come = new ArrayList<>();
    for (var subject : subjects) {
      var is = now.getOrDefault(subject, List.of());
      var text = is.isEmpty() ? NOTHING : json.writerFor(LIST).writeValueAsString(is);
      var before = stored.getOrDefault(subject, NOTHING);
      if (!text.equals(before)) {
        differing.put(subject, text);
        difference(
            before.equals(NOTHING) ? List.of() : json.readValue(before, LIST), is, gone, come);
      }
    }
    if (differing.isEmpty()) {
      return List.of();
    }
    store(conference, differing);
    return apply(conference, gone, come);
  }

  private static void difference(
      List<Contribution> was,
      List<Contribution> is,
      List<Contribution> gone,
      List<Contribution> come) {
    // Occurrences count: a subject may give the same tally twice.
    Map<Contribution, Integer> balance = new LinkedHashMap<>();
    was.forEach(c -> balance.merge(c, 1, Integer::sum));
    is.forEach(c -> {
      if (balance.merge(c, -1, Integer::sum) < 0) {
        come.add(c);
      }
    });
    balance.forEach((c, n) -> gone.addAll(Collections.nCopies(Math.max(n, 0), c)));
  }

  private List<ManifestDelta> apply(
      UUID conference, List<Contribution> gone, List<Contribution> come) {
    var drafts = drafts(conference, gone, come);
    Map<TallyKey, Long> counts = new LinkedHashMap<>();
    Map<String, Map<String, Line>> removedLines = new HashMap<>();
    for (var c : gone) {
      switch (c) {
        case Header(var manifest, _) -> draft(drafts, manifest).header(null);
        case Line line ->
            removedLines
                .computeIfAbsent(line.manifest(), _ -> new LinkedHashMap<>())
                .put(line.line(), line);
        case Tally(var manifest, var line, var field, var amount) ->
            counts.merge(new TallyKey(manifest, line, field), -amount, Long::sum);
      }
    }
    for (var c : come) {
      switch (c) {
        case Header(var manifest, var fields) -> draft(drafts, manifest).header(fields);
        case Line(var manifest, var line, var fields) -> {
          var was = removedLines.getOrDefault(manifest, Map.of()).get(line);
          draft(drafts, manifest).line(line, was == null ? null : was.fields(), fields);
          removedLines.getOrDefault(manifest, new HashMap<>()).remove(line);
        }
        case Tally(var manifest, var line, var field, var amount) ->
            counts.merge(new TallyKey(manifest, line, field), amount, Long::sum);
      }
    }
    removedLines.forEach((manifest, lines) ->
        lines.values().forEach(l -> draft(drafts, manifest).line(l.line(), l.fields(), null)));
    count(conference, counts, drafts);
    return close(conference, drafts.values());
  }

  private static ManifestDraft draft(Map<String, ManifestDraft> drafts, String manifest) {
    var draft = drafts.get(manifest);
    if (draft == null) {
      throw new IllegalStateException("no draft of " + manifest);
    }
    return draft;
  }

  private Map<String, ManifestDraft> drafts(
      UUID conference, List<Contribution> gone, List<Contribution> come) {
    Set<String> names = new LinkedHashSet<>();
    gone.forEach(c -> names.add(c.manifest()));
    come.forEach(c -> names.add(c.manifest()));
    Map<String, ManifestDraft> drafts = new LinkedHashMap<>();
    jdbc.query(
        "select manifest, seq, hash, header::text from manifest_head where conference = ? and manifest = any(?)",
        row -> {
          var header = row.getString(4);
          drafts.put(
              row.getString(1),
              new ManifestDraft(
                  row.getString(1),
                  row.getLong(2),
                  row.getString(3),
                  header == null ? null : json.readValue(header, FIELDS)));
        },
        conference,
        names.toArray(String[]::new));
    names.forEach(
        n -> drafts.computeIfAbsent(n, _ -> new ManifestDraft(n, 0, ContentHash.EMPTY, null)));
    return drafts;
  }

  private void count(
      UUID conference, Map<TallyKey, Long> counts, Map<String, ManifestDraft> drafts) {
    var moved = counts.entrySet().stream().filter(e -> e.getValue() != 0).toList();
    if (moved.isEmpty()) {
      return;
    }
    var manifests = moved.stream().map(e -> e.getKey().manifest()).toArray(String[]::new);
    var lines = moved.stream().map(e -> e.getKey().line()).toArray(String[]::new);
    var fields = moved.stream().map(e -> e.getKey().field()).toArray(String[]::new);
    var amounts = moved.stream().map(Map.Entry::getValue).toArray(Long[]::new);
    jdbc.query(
        """
        insert into manifest_tally as t (conference, manifest, line, field, amount)
        select ?, m, l, f, a from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as x (m, l, f, a)
        on conflict (conference, manifest, line) do update set amount = t.amount + excluded.amount
        returning manifest, line, field, amount\
        """,
        row -> {
          var manifest = row.getString(1);
          var line = row.getString(2);
          var field = row.getString(3);
          var is = row.getLong(4);
          if (is < 0) {
            throw new IllegalStateException(manifest + " would count " + is + " of " + line);
          }
          var was = is - counts.getOrDefault(new TallyKey(manifest, line, field), 0L);
          draft(drafts, manifest).line(line, counted(field, was), counted(field, is));
        },
        conference,
        manifests,
        lines,
        fields,
        amounts);
  }

  private static @Nullable Map<String, String> counted(String field, long amount) {
    return amount == 0 ? null : Map.of(field, Long.toString(amount));
  }

  private List<ManifestDelta> close(UUID conference, Collection<ManifestDraft> drafts) {
    List<ManifestDelta> deltas = new ArrayList<>();
    List<@Nullable Object[]> heads = new ArrayList<>();
    for (var draft : drafts) {
      var delta = draft.delta();
      if (delta != null) {
        deltas.add(delta);
        var header = draft.newHeader();
        heads.add(
            new @Nullable Object[] {
              conference,
              delta.manifest(),
              delta.seq(),
              delta.hash(),
              header == null ? null : json.writeValueAsString(header)
            });
      }
    }
    if (!heads.isEmpty()) {
      jdbc.batchUpdate(
          """
          insert into manifest_head (conference, manifest, seq, hash, header) values (?, ?, ?, ?, ?::jsonb)
          on conflict (conference, manifest) do update
            set seq = excluded.seq, hash = excluded.hash, header = excluded.header\
          """,
          heads);
    }
    return deltas;
  }

  private Map<String, String> stored(UUID conference, Collection<String> subjects) {
    Map<String, String> found = new HashMap<>();
    jdbc.query(
        "select subject, contributions from subject_contribution where conference = ? and subject = any(?)",
        row -> {
          found.put(row.getString(1), row.getString(2));
        },
        conference,
        subjects.toArray(String[]::new));
    return found;
  }

  private void store(UUID conference, Map<String, String> subjects) {
    var gone =
        subjects.entrySet().stream()
            .filter(e -> e.getValue().equals(NOTHING))
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    if (gone.length > 0) {
      jdbc.update(
          "delete from subject_contribution where conference = ? and subject = any(?)",
          conference,
          gone);
    }
    var kept = subjects.entrySet().stream().filter(e -> !e.getValue().equals(NOTHING)).toList();
    if (!kept.isEmpty()) {
      jdbc.execute(
          """
          insert into subject_contribution (conference, subject, contributions) values (?, ?, ?)
          on conflict (conference, subject) do update set contributions = excluded.contributions\
          """,
          (PreparedStatement upsert) -> {
            for (var entry : kept) {
              upsert.setObject(1, conference);
              upsert.setString(2, entry.getKey());
              upsert.setString(3, entry.getValue());
              upsert.addBatch();
            }
            return upsert.executeBatch();
          });
    }
  }
}
