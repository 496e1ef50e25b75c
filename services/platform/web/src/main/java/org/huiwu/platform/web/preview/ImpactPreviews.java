package org.huiwu.platform.web.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
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
  private static final int AT_A_TIME = 3;
  private static final int ATTEMPTS = 8;
  private static final long PAUSE_MILLIS = 20;
  private static final Duration LOCK = Duration.ofSeconds(2);
  private static final long MOST_STATES = 12_000;

  private final String service;
  private final Hypotheses hypotheses;
  private final OtherServices others;
  private final ObjectProvider<VersionsAhead> versions;
  private final NewExceptions exceptions;
  private final OtherActions allowed;

  /// Each holds a connection while it waits for other services.
  private final Semaphore places = new Semaphore(AT_A_TIME);

  ImpactPreviews(
      String service,
      Hypotheses hypotheses,
      OtherServices others,
      ObjectProvider<VersionsAhead> versions,
      NewExceptions exceptions,
      OtherActions allowed) {
    this.service = service;
    this.hypotheses = hypotheses;
    this.others = others;
    this.versions = versions;
    this.exceptions = exceptions;
    this.allowed = allowed;
  }

  /// @param patience how long it may take in all
  /// @param command run as it would be, once for each attempt; what it throws is thrown
  /// @throws Unavailable `preview-busy` when others worked in the conference all the time;
  ///   `preview-unavailable` when a service that would hear of it does not answer
  /// @throws TooLarge `preview-too-large`
  public Impact of(UUID conference, Duration patience, Supplier<CommandAnswer> command) {
    var deadline = Cascade.Deadline.in(patience);
    if (!entered(deadline)) {
      throw new Unavailable("preview-busy");
    }
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return attempt(conference, patience, deadline, command);
        } catch (BusyException e) {
          log.debug("attempt {} of a preview gives way", attempt, e);
          if (attempt == ATTEMPTS || deadline.passed()) {
            throw new Unavailable("preview-busy");
          }
          pause(attempt);
        }
      }
    } catch (Hypothesis.TooLargeException _) {
      throw new TooLarge("preview-too-large");
    } finally {
      places.release();
    }
  }

  private boolean entered(Cascade.Deadline deadline) {
    try {
      return places.tryAcquire(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause(int attempt) {
    var most = PAUSE_MILLIS << Math.min(attempt, 4);
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, most)));
  }

  private Impact attempt(
      UUID conference,
      Duration patience,
      Cascade.Deadline deadline,
      Supplier<CommandAnswer> command) {
    return hypotheses.test(
        conference,
        new Limits(LOCK, patience, MOST_STATES),
        own -> {
          var before = exceptions.now(conference);
          var answer = command.get();
          var cascade = new Cascade(service, conference, others, deadline);
          cascade.run(own);
          if (cascade.all().isEmpty()) {
            return new Impact(List.of(), List.of(), answer);
          }
          List<ServiceException> exceptional = new ArrayList<>(cascade.exceptions());
          exceptions
              .since(before, conference)
              .forEach(e -> exceptional.add(new ServiceException(service, e)));
          return new Impact(
              seen(conference, revisions(conference, cascade.all(), deadline)),
              allowed.allowed("read-exceptions", conference) ? exceptional : List.of(),
              answer);
        });
  }

  private List<Revision> revisions(
      UUID conference, List<Changeset> all, Cascade.Deadline deadline) {
    var here = versions.getIfAvailable();
    return here != null
        ? here.of(conference, all)
        : others.ask(NOTIFICATION, conference, all, LOCK, deadline.forAnAnswer()).manifests();
  }

  /// Nobody reads by a preview what they may not read.
  private List<Revision> seen(UUID conference, List<Revision> revisions) {
    return revisions.stream()
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
