package org.huiwu.check;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.huiwu.check.Snapshot.Conference;
import org.huiwu.check.rule.Examined;
import org.huiwu.check.rule.Findings;
import org.huiwu.check.rule.Rule;
import org.jspecify.annotations.Nullable;

/// Looks at every conference as soon as it is found at rest, all rules at one snapshot. What is
/// under way is given some time to end; then the rules that need rest are not evaluated for it, the
/// others are.
public final class Check {
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  private final Addresses addresses;
  private final @Nullable String wanted;
  private final Duration patience;
  private final Report report = new Report();
  private final Set<UUID> done = new HashSet<>();

  /// @param wanted a conference's code or id; null for all
  /// @param patience how long what is under way may take to end
  public Check(Addresses addresses, @Nullable String wanted, Duration patience) {
    this.addresses = addresses;
    this.wanted = wanted;
    this.patience = patience;
  }

  /// @throws CheckException when a database does not answer, or nobody knows the conference
  public Report run() {
    var begun = System.nanoTime();
    try (var snapshot = Snapshot.open(addresses)) {
      var looked = begun;
      while (!look(snapshot, System.nanoTime() - begun >= patience.toNanos())) {
        // a look at a large platform costs it something: at most half of the time
        LockSupport.parkNanos(Math.max(LOOK_NANOS, System.nanoTime() - looked));
        looked = System.nanoTime();
        snapshot.renew();
      }
      examinePlatform(snapshot);
    }
    return report;
  }

  /// @param last whether this is the last look: conferences are looked at as they are
  /// @return whether all has been looked at
  private boolean look(Snapshot snapshot, boolean last) {
    var rest = Rest.of(snapshot);
    var all = true;
    for (var conference : wanted(snapshot)) {
      var underWay = rest.underWay(conference.id());
      if (!done.contains(conference.id()) && (last || underWay.isEmpty())) {
        done.add(conference.id());
        examine(conference, new Examined(snapshot, conference.id(), underWay));
      }
      all &= done.contains(conference.id());
    }
    return all;
  }

  private void examinePlatform(Snapshot snapshot) {
    for (var rule : Rule.ALL) {
      var findings = new Findings();
      rule.examinePlatform(snapshot, findings);
      report.add(rule, "", findings);
    }
  }

  private List<Conference> wanted(Snapshot snapshot) {
    var all = snapshot.conferences();
    if (wanted == null) {
      return all;
    }
    var found =
        all.stream()
            .filter(c -> c.code().equals(wanted) || c.id().toString().equals(wanted))
            .toList();
    if (found.isEmpty()) {
      throw new CheckException(Message.of("problem.no-conference", wanted));
    }
    return found;
  }

  private void examine(Conference conference, Examined examined) {
    report.oneMoreConference();
    for (var rule : Rule.ALL) {
      var findings = new Findings();
      if (rule.needsRest() && !examined.atRest()) {
        examined.underWay().forEach(findings::underWay);
      } else {
        rule.examine(examined, findings);
      }
      report.add(rule, conference.label(), findings);
    }
  }
}
