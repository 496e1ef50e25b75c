package org.huiwu.notification.paper;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.manifest.ManifestLibrary.Content;
import org.huiwu.notification.manifest.ManifestLibrary.Summary;
import org.huiwu.notification.manifest.ManifestLibrary.VersionNote;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Lays out what is published as sheets for paper.
@Component
public class Sheets {

  /// What is to be printed.
  ///
  /// @param version null: the current one
  /// @param since the version that the reader knows, 0: none; null: what changed is not said
  /// @param recipient whom it is for; empty: whoever prints it
  /// @param stillTrue where the QR code leads; null: to the public answer, where there is one
  public record Wanted(
      UUID conference,
      String manifest,
      @Nullable Long version,
      @Nullable Long since,
      String recipient,
      Locale language,
      @Nullable URI stillTrue) {

    public static Wanted current(UUID conference, String manifest, Locale language) {
      return new Wanted(conference, manifest, null, null, "", language, null);
    }
  }

  private final ManifestLibrary library;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final SheetNames names;
  private final ObjectProvider<StillTrue> links;

  Sheets(
      ManifestLibrary library,
      ConferenceBook conferences,
      ConferenceClock clock,
      SheetNames names,
      ObjectProvider<StillTrue> links) {
    this.library = library;
    this.conferences = conferences;
    this.clock = clock;
    this.names = names;
    this.links = links;
  }

  /// @throws Missing when there is no such manifest or version
  public Sheet of(Wanted wanted) {
    var conference = conferences.get(wanted.conference());
    var content = content(wanted);
    var named = names.of(wanted.conference(), Words.in(wanted.language()));
    return new Sheet(
        conference.name(),
        wanted.manifest(),
        named.title(wanted.manifest(), content.header()),
        wanted.recipient(),
        content.version(),
        cutAt(wanted, content.version()),
        conference.zone(),
        wanted.language(),
        content.header(),
        content.lines(),
        since(wanted, content.version()),
        Optional.ofNullable(wanted.since()).orElse(0L),
        link(wanted, content.version()),
        state(content),
        named.codes());
  }

  /// All manifests that are not cancelled, in the order in which a pack has them: by kind, then by
  /// what is due first. Each is read when it is asked for.
  public List<Supplier<Sheet>> all(UUID conference, Locale language) {
    var due = names.dueTimes(conference);
    return library.all(conference).stream()
        .filter(summary -> !summary.closed())
        .sorted(
            Comparator.comparing((Summary summary) -> Kind.of(summary.manifest()))
                .thenComparing(summary -> due.getOrDefault(summary.manifest(), ""))
                .thenComparing(Summary::manifest))
        .<Supplier<Sheet>>map(
            summary -> () -> of(Wanted.current(conference, summary.manifest(), language)))
        .toList();
  }

  private Content content(Wanted wanted) {
    var manifest = wanted.manifest();
    var current =
        library
            .current(wanted.conference(), manifest)
            .orElseThrow(() -> new Missing("manifest-unknown", manifest));
    var version = wanted.version();
    if (version == null || version == current.version()) {
      return current;
    }
    return library
        .at(wanted.conference(), manifest, version)
        .orElseThrow(() -> new Missing("manifest-version-unknown", manifest, version));
  }

  private @Nullable Difference since(Wanted wanted, long version) {
    var since = wanted.since();
    if (since == null) {
      return null;
    }
    if (since < 0 || since > version) {
      throw new Missing("manifest-version-unknown", wanted.manifest(), since);
    }
    return library.difference(wanted.conference(), wanted.manifest(), since, version);
  }

  /// As the recipients' pages have it: by the conference's own clock.
  private Instant cutAt(Wanted wanted, long version) {
    return library.versions(wanted.conference(), wanted.manifest()).stream()
        .filter(note -> note.version() == version)
        .map(VersionNote::cutAt)
        .map(clock.reading(wanted.conference())::thereAt)
        .findFirst()
        .orElseThrow(() -> new Missing("manifest-version-unknown", wanted.manifest(), version));
  }

  private @Nullable URI link(Wanted wanted, long version) {
    var given = wanted.stillTrue();
    return given != null
        ? given
        : links.stream()
            .findFirst()
            .map(l -> l.link(wanted.conference(), wanted.manifest(), version))
            .orElse(null);
  }

  private static Sheet.State state(Content content) {
    if (content.closed()) {
      return Sheet.State.CLOSED;
    }
    return content.unfinished() ? Sheet.State.UNFINISHED : Sheet.State.WHOLE;
  }
}
