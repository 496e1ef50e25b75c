package org.huiwu.platform.web.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Hypotheses;
import org.huiwu.platform.messaging.Hypotheses.BusyException;
import org.huiwu.platform.messaging.Hypotheses.Limits;
import org.huiwu.platform.messaging.Hypothesis;
import org.huiwu.platform.web.access.OtherActions;
import org.huiwu.platform.web.preview.Impact.CommandAnswer;
import org.huiwu.platform.web.preview.Impact.Revision;
import org.huiwu.platform.web.preview.Impact.ServiceException;
import org.huiwu.platform.web.problem.ProblemException.TooLarge;
import org.huiwu.platform.web.problem.ProblemException.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/// Says what a command would touch: runs it, lets every service that would hear of it react, asks
/// notification for the versions that would come of it all, and takes everything back.
public final class ImpactPreviews {
  private static final Logger log = LoggerFactory.getLogger(ImpactPreviews.class);
  private static final String NOTIFICATION = "notification";
  private static final long PAUSE_MILLIS = 20;
  private static final Duration LOCK = Duration.ofSeconds(2);

  /// How long one attempt may hold the conference's lock: the consumer is one thread for all
  /// conferences, and waits for it.
  private static final Duration HELD = Duration.ofSeconds(10);

  private static final long MOST_STATES = 12_000;

  private final String service;
  private final Hypotheses hypotheses;
  private final OtherServices others;
  private final ObjectProvider<VersionsAhead> versions;
  private final NewExceptions exceptions;
  private final OtherActions allowed;
  private final PreviewPlaces places;

  ImpactPreviews(
      String service,
      Hypotheses hypotheses,
      OtherServices others,
      ObjectProvider<VersionsAhead> versions,
      NewExceptions exceptions,
      PreviewPlaces places,
      OtherActions allowed) {
    this.service = service;
    this.hypotheses = hypotheses;
    this.others = others;
    this.versions = versions;
    this.exceptions = exceptions;
    this.places = places;
    this.allowed = allowed;
  }

  /// @param patience how long it may take in all
  /// @param command run as it would be, once for each attempt; what it throws is thrown
  /// @throws Unavailable `preview-busy` when others worked in the conference all the time;
  ///   `preview-unavailable` when a service that would hear of it does not answer;
  ///   `preview-no-token` when none can be asked
  /// @throws TooLarge `preview-too-large` also when it has taken longer than the others may wait
  public Impact of(UUID conference, Duration patience, Supplier<CommandAnswer> command) {
    var deadline = Cascade.Deadline.in(patience);
    try (var _ =
        places
            .begunHere(conference, deadline.left())
            .orElseThrow(() -> new Unavailable("preview-busy"))) {
      for (int attempt = 1; ; attempt++) {
        try {
          return attempt(conference, held(deadline), command, deadline);
        } catch (BusyException e) {
          log.debug("attempt {} of a preview gives way", attempt, e);
          if (deadline.passed()) {
            log.info("a preview has given way {} times and gives up", attempt);
            throw new Unavailable("preview-busy");
          }
          pause(attempt);
        } catch (Hypothesis.TooLongException e) {
          throw attempt == 1 || !deadline.passed() ? e : new Unavailable("preview-busy");
        }
      }
    } catch (Hypothesis.TooLargeException | Hypothesis.TooLongException _) {
      throw new TooLarge("preview-too-large");
    }
  }

  /// Nobody waits for longer than they are patient, how often ever it was tried before.
  private static Duration held(Cascade.Deadline deadline) {
    return deadline.left().compareTo(HELD) < 0 ? deadline.left() : HELD;
  }

  private static void pause(int attempt) {
    var most = PAUSE_MILLIS << Math.min(attempt, 4);
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, most)));
  }

  private Impact attempt(
      UUID conference, Duration held, Supplier<CommandAnswer> command, Cascade.Deadline deadline) {
    return hypotheses.test(
        conference,
        new Limits(LOCK, held, MOST_STATES),
        own -> {
          var before = exceptions.now(conference);
          var answer = command.get();
          var cascade = new Cascade(service, conference, others, deadline);
          cascade.run(own);
          var ledger = ledger(conference, cascade.all(), deadline.forAnAnswer(own));
          List<ServiceException> exceptional = new ArrayList<>(cascade.exceptions());
          if (!cascade.all().isEmpty()) {
            exceptions
                .since(before, conference)
                .forEach(e -> exceptional.add(Cascade.told(service, e)));
          }
          return new Impact(
              seen(conference, ledger.manifests()),
              allowed.allowed("read-exceptions", conference) ? exceptional : List.of(),
              Objects.requireNonNull(ledger.underWay(), "not from notification"),
              answer);
        });
  }

  /// What notification says of it all; a service that cuts versions itself, as one that stands
  /// alone in a test, asks nobody.
  private Reaction ledger(UUID conference, List<Changeset> all, Duration patience) {
    var here = versions.getIfAvailable();
    return here == null
        ? others.ask(NOTIFICATION, conference, all, LOCK, patience)
        : new Reaction(List.of(), List.of(), here.of(conference, all), here.underWay(conference));
  }

  /// Nobody reads by a preview what they may not read.
  private List<Revision> seen(UUID conference, List<Revision> revisions) {
    var audience = allowed.allowed("read-audience", conference);
    return revisions.stream()
        .map(r -> audience ? r : r.withoutRecipients())
        .map(r ->
            allowed.allowed("read-manifest:" + kind(r.manifest()), conference)
                ? r
                : r.withoutContent())
        .toList();
  }

  private static String kind(String manifest) {
    return manifest.substring(0, Math.max(0, manifest.indexOf(':')));
  }
}
