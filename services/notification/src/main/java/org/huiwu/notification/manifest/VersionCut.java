package org.huiwu.notification.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.manifest.Netting.Net;
import org.huiwu.notification.manifest.Netting.Published;
import org.huiwu.notification.manifest.Netting.PublishedLine;
import org.huiwu.notification.manifest.VersionTables.Head;
import org.huiwu.platform.manifests.ContentHash;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;

/// The versions that one change makes, at most one of each manifest. Its deltas come batch by
/// batch, in any order; what is in memory is one batch and the manifests' heads, however many lines
/// the change revises. Deltas up to a manifest's last repair are passed over: the whole that it
/// took in held them.
///
/// Lives within one transaction, under the conference's lock.
public final class VersionCut {
  /// Up to so many lines of a change are told with it.
  static final int LINES_TOLD = 2_000;

  /// From how many deltas on they are netted by all processors.
  private static final int MANY = 100;

  /// What one batch does to one manifest.
  private record Step(Draft draft, Net net, LineBatch batch, String hash) {}

  /// One manifest as this cut has brought it so far.
  private static final class Draft {
    private final Head was;
    private @Nullable SortedMap<String, String> header;
    private long headerSeq;
    private String hash;
    private SortedMap<String, LineChange> lines = new TreeMap<>();

    Draft(Head was) {
      this.was = was;
      this.header = was.header();
      this.headerSeq = was.headerSeq();
      this.hash = was.hash();
    }

    long next() {
      return was.version() + 1;
    }

    Head is(boolean revised) {
      return new Head(
          was.manifest(),
          revised ? next() : was.version(),
          header,
          headerSeq,
          hash,
          was.repairedSeq());
    }

    Cut cut(long lineCount) {
      return new Cut(
          was.manifest(),
          next(),
          new Difference(new LineChange(was.header(), header), lines),
          lineCount);
    }
  }

  private final VersionTables tables;
  private final List<VersionListener> listeners;
  private final UUID conference;
  private final UUID root;
  private final boolean unfinished;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private int batches;
  private boolean tooManyToTell;

  VersionCut(
      VersionTables tables,
      List<VersionListener> listeners,
      UUID conference,
      UUID root,
      boolean unfinished) {
    this.tables = tables;
    this.listeners = listeners;
    this.conference = conference;
    this.root = root;
    this.unfinished = unfinished;
  }

  /// @param deltas of this change, each given once
  public void take(List<ManifestDelta> deltas) {
    Map<String, List<ManifestDelta>> byManifest = new LinkedHashMap<>();
    deltas.forEach(d -> byManifest.computeIfAbsent(d.manifest(), _ -> new ArrayList<>()).add(d));
    if (byManifest.isEmpty()) {
      return;
    }
    batches++;
    open(byManifest.keySet().stream().filter(m -> !drafts.containsKey(m)).toList());
    var published = tables.lines(conference, byManifest);
    var manifests = byManifest.entrySet().stream();
    var batch = new LineBatch();
    for (var step :
        (deltas.size() < MANY ? manifests : manifests.parallel())
            .map(own -> step(own.getKey(), own.getValue(), published))
            .toList()) {
      batch.add(step.batch());
      advance(step);
    }
    tables.write(conference, batch, batches > 1);
    if (drafts.values().stream().mapToLong(d -> d.lines.size()).sum() > LINES_TOLD) {
      tooManyToTell = true;
      drafts.values().forEach(d -> d.lines = new TreeMap<>());
    }
  }

  private void open(List<String> manifests) {
    if (!manifests.isEmpty()) {
      tables
          .heads(conference, manifests)
          .forEach(head -> drafts.put(head.manifest(), new Draft(head)));
    }
  }

  private Draft draft(String manifest) {
    var draft = drafts.get(manifest);
    if (draft == null) {
      throw new IllegalStateException("a delta of " + manifest + " was cut before it was taken");
    }
    return draft;
  }

  /// Reads the draft and changes nothing: manifests know nothing of each other.
  private Step step(
      String manifest,
      List<ManifestDelta> deltas,
      Map<String, Map<String, PublishedLine>> published) {
    var draft = draft(manifest);
    var had = published.getOrDefault(manifest, Map.of());
    var net =
        Netting.net(
            deltas.stream().filter(d -> d.seq() > draft.was.repairedSeq()).toList(),
            new Published(draft.header, draft.headerSeq, had));
    return new Step(
        draft,
        net,
        LineBatch.of(manifest, draft.next(), had.keySet(), net),
        rehash(draft.hash, net.difference()));
  }

  private void advance(Step step) {
    var draft = step.draft();
    draft.header = step.net().header();
    draft.headerSeq = step.net().headerSeq();
    draft.hash = step.hash();
    if (!tooManyToTell) {
      step.net()
          .difference()
          .lines()
          .forEach((key, change) -> draft.lines.merge(key, change, LineChange::then));
    }
  }

  /// @return the versions that are new now, by manifest
  public List<Cut> finish() {
    if (drafts.isEmpty()) {
      return List.of();
    }
    if (batches > 1) {
      tables.forgetReturned(conference, nextVersions());
      drafts.values().forEach(d -> d.lines.values().removeIf(LineChange::none));
    }
    Map<String, Long> counts =
        tooManyToTell ? tables.lineCounts(conference, nextVersions()) : Map.of();
    List<Cut> cuts = new ArrayList<>();
    List<Head> heads = new ArrayList<>();
    drafts.forEach((manifest, draft) -> {
      var cut = draft.cut(tooManyToTell ? counts.getOrDefault(manifest, 0L) : draft.lines.size());
      var revised = cut.lineCount() > 0 || !cut.difference().header().none();
      heads.add(draft.is(revised));
      if (revised) {
        cuts.add(cut);
      }
    });
    tables.write(conference, heads);
    tables.add(conference, root, unfinished, cuts);
    if (!cuts.isEmpty()) {
      listeners.forEach(l -> l.on(conference, root, cuts));
    }
    return cuts;
  }

  private Map<String, Long> nextVersions() {
    Map<String, Long> versions = new LinkedHashMap<>();
    drafts.forEach((manifest, draft) -> versions.put(manifest, draft.next()));
    return versions;
  }

  static String rehash(String hash, Difference difference) {
    var sum = new ContentHash.Sum(hash);
    difference.lines().forEach((line, change) -> shift(sum, line, change));
    shift(sum, "", difference.header());
    return sum.hash();
  }

  private static void shift(ContentHash.Sum sum, String line, LineChange change) {
    if (change.before() != null) {
      sum.minus(line, change.before());
    }
    if (change.after() != null) {
      sum.plus(line, change.after());
    }
  }
}
