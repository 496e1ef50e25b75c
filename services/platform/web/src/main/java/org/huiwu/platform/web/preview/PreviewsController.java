package org.huiwu.platform.web.preview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Hypotheses;
import org.huiwu.platform.messaging.Hypotheses.BusyException;
import org.huiwu.platform.messaging.Hypotheses.Limits;
import org.huiwu.platform.messaging.Hypothesis;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.access.Acting;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.huiwu.platform.web.problem.ProblemException.TooLarge;
import org.huiwu.platform.web.problem.ProblemException.Unavailable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/// What this service would make of others' changesets: asked by the service in which a hypothetical
/// change begins ([ImpactPreviews]). Nothing of it stays, in the audit trail neither: the services
/// only talk among themselves.
@Hidden
@RestController
@RequestMapping("/conferences/{conference}/previews")
public class PreviewsController {
  private static final long LONGEST_LOCK_MILLIS = 5_000;
  private static final long LONGEST_HELD_MILLIS = 10_000;
  private static final long MOST_STATES = 24_000;

  private final Hypotheses hypotheses;
  private final NewExceptions exceptions;
  private final ObjectProvider<VersionsAhead> versions;
  private final PreviewPlaces places;

  PreviewsController(
      Hypotheses hypotheses,
      NewExceptions exceptions,
      ObjectProvider<VersionsAhead> versions,
      PreviewPlaces places) {
    this.hypotheses = hypotheses;
    this.exceptions = exceptions;
    this.versions = versions;
    this.places = places;
  }

  /// @param lock how long to wait for the conference's lock, in milliseconds
  /// @param patience how long whoever asks waits for the answer, in milliseconds: nobody needs it
  ///   later
  @Allowed("preview-ripple")
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> react(
      @PathVariable UUID conference,
      @RequestParam long lock,
      @RequestParam long patience,
      HttpServletRequest request)
      throws IOException {
    Acting.audited();
    var given = read(conference, request);
    var limits =
        new Limits(
            Duration.ofMillis(Math.clamp(lock, 1, LONGEST_LOCK_MILLIS)),
            Duration.ofMillis(Math.clamp(patience, 1, LONGEST_HELD_MILLIS)),
            MOST_STATES);
    try (var _ = places.begunElsewhere().orElseThrow(() -> new Conflict("preview-clash"))) {
      return json(hypotheses.test(conference, limits, own -> reaction(conference, given, own)));
    } catch (BusyException _) {
      throw new Conflict("preview-clash");
    } catch (Hypothesis.TooLargeException _) {
      throw new TooLarge("preview-too-large");
    } catch (Hypothesis.TooLongException _) {
      throw new Unavailable("preview-busy");
    }
  }

  private Reaction reaction(UUID conference, List<Changeset> given, Hypothesis own) {
    var before = exceptions.now(conference);
    given.forEach(own::take);
    var ledger = Optional.ofNullable(versions.getIfAvailable());
    return new Reaction(
        own.said(),
        exceptions.since(before, conference),
        ledger.map(v -> v.of(conference, given)).orElse(List.of()),
        ledger.map(v -> v.underWay(conference)).orElse(null));
  }

  private static List<Changeset> read(UUID conference, HttpServletRequest request)
      throws IOException {
    try (var body = new GZIPInputStream(request.getInputStream())) {
      var given = WireJson.mapper().readValue(body, Reaction.Given.class).changesets();
      if (given.stream().anyMatch(c -> !c.conference().equals(conference))) {
        throw new Malformed("http-400", "conference");
      }
      return given;
    } catch (java.util.zip.ZipException | java.io.EOFException | JacksonException _) {
      throw new Malformed("http-400", "body");
    }
  }

  private static ResponseEntity<byte[]> json(Reaction reaction) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(WireJson.mapper().writeValueAsBytes(reaction));
  }
}
