package org.huiwu.platform.manifests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The manifests of a conference, made from nothing: for a rebuild, in a database on which nobody
/// else works. Nothing that was derived before is looked at.
///
/// Invariant: the same facts give the same content hashes, however many subjects a transaction
/// takes.
public final class ManifestsAnew {
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
  private static final List<String> DERIVED =
      List.of("manifest_head", "subject_contribution", "manifest_tally");

  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Contributions contributions;
  private final ManifestBook book;

  ManifestsAnew(
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      JsonMapper json,
      Contributions contributions,
      ManifestBook book) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.contributions = contributions;
    this.book = book;
  }

  /// @param batch how many subjects a transaction takes
  /// @return how many subjects there are
  public int derive(UUID conference, int batch) {
    transactions.executeWithoutResult(_ ->
        DERIVED.forEach(
            t -> jdbc.update("delete from " + t + " where conference = ?", conference)));
    var subjects = List.copyOf(new TreeSet<>(contributions.subjects(conference)));
    for (int from = 0; from < subjects.size(); from += batch) {
      Set<String> some =
          new LinkedHashSet<>(subjects.subList(from, Math.min(from + batch, subjects.size())));
      transactions.executeWithoutResult(_ -> book.revise(conference, some));
    }
    return subjects.size();
  }

  /// Goes on with the numbers that were published: what is derived anew begins with none.
  ///
  /// @param published every manifest as the live service has it
  /// @return the manifests whose content is not what the live service has
  public Set<String> continueFrom(UUID conference, Collection<Manifests.Head> published) {
    Map<String, String> derived = new HashMap<>();
    jdbc.query(
        "select manifest, hash from manifest_head where conference = ?",
        row -> {
          derived.put(row.getString(1), row.getString(2));
        },
        conference);
    Set<String> differing = new TreeSet<>(derived.keySet());
    for (var head : published) {
      if (head.hash().equals(derived.getOrDefault(head.manifest(), ContentHash.EMPTY))) {
        differing.remove(head.manifest());
      } else {
        differing.add(head.manifest());
      }
      jdbc.update(
          """
          insert into manifest_head (conference, manifest, seq, hash) values (?, ?, ?, ?)
          on conflict (conference, manifest) do update set seq = excluded.seq\
          """,
          conference,
          head.manifest(),
          head.seq(),
          ContentHash.EMPTY);
    }
    return differing;
  }

  /// Says of these manifests that there is more to know than was said: whoever publishes them finds
  /// a gap, asks for the whole, and cuts a version where it differs.
  public void say(ChangeScope scope, Collection<String> manifests) {
    List<ManifestDelta> deltas = new ArrayList<>();
    jdbc.query(
        """
        update manifest_head set seq = seq + 2 where conference = ? and manifest = any(?)
        returning manifest, seq, hash, header::text\
        """,
        row -> {
          var header = fields(row.getString(4));
          deltas.add(
              new ManifestDelta(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(2) - 1,
                  row.getString(3),
                  header,
                  header == null,
                  Map.of()));
        },
        scope.conference(),
        manifests.toArray(String[]::new));
    scope.revised(deltas);
  }

  private @Nullable Map<String, String> fields(@Nullable String header) {
    return header == null ? null : json.readValue(header, FIELDS);
  }
}
