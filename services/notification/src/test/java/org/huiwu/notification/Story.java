package org.huiwu.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Parked;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.jspecify.annotations.Nullable;

/// Writes the records of one change as the services would.
public final class Story {
  private static final Origin ORIGIN =
      new Origin("switch-route", "clerk", "liaison", "改线", Instant.parse("2026-06-01T08:00:00Z"));

  private final UUID conference;
  private final UUID root = UUID.randomUUID();

  public Story(UUID conference) {
    this.conference = conference;
  }

  public UUID root() {
    return root;
  }

  /// The command's own changeset; `subscribers` have to answer.
  public Changeset begins(String service, List<String> subscribers, ManifestDelta... deltas) {
    return part(root, service, new Part(1, null), subscribers, deltas);
  }

  public Changeset part(
      UUID id, String service, Part part, List<String> subscribers, ManifestDelta... deltas) {
    boolean first = part.n() == 1;
    return changeset(
        id,
        service,
        first ? null : root,
        part,
        first ? ORIGIN : null,
        subscribers,
        deltas,
        List.of());
  }

  /// `service` answers `cause` with a changeset of its own.
  public Changeset answers(
      String service, Changeset cause, List<String> subscribers, ManifestDelta... deltas) {
    var id = UUID.randomUUID();
    return changeset(
        id,
        service,
        cause.id(),
        Part.WHOLE,
        null,
        subscribers,
        deltas,
        List.of(new Receipt(cause.id(), service, List.of(id), List.of(), List.of())));
  }

  /// `service` has read `cause`, and that is all.
  public Changeset reads(String service, Changeset cause) {
    return reads(service, cause, List.of(), List.of());
  }

  public Changeset reads(
      String service, Changeset cause, List<Parked> parked, List<Parked> unparked) {
    return terminal(service, cause, new Receipt(cause.id(), service, List.of(), parked, unparked));
  }

  /// Somebody has `service` take in what it had parked of `cause`, and something comes of it.
  public Changeset retries(
      String service,
      Changeset cause,
      Parked parked,
      List<String> subscribers,
      ManifestDelta... deltas) {
    var id = UUID.randomUUID();
    return changeset(
        id,
        service,
        cause.id(),
        Part.WHOLE,
        null,
        subscribers,
        deltas,
        List.of(
            new Receipt(
                cause.id(), service + "/retry/" + id, List.of(id), List.of(), List.of(parked))));
  }

  private Changeset terminal(String service, Changeset cause, Receipt receipt) {
    return new Changeset(
        UUID.randomUUID(),
        conference,
        1,
        service,
        root,
        cause.id(),
        Part.WHOLE,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(receipt));
  }

  private Changeset changeset(
      UUID id,
      String service,
      @Nullable UUID cause,
      Part part,
      @Nullable Origin origin,
      List<String> subscribers,
      ManifestDelta[] deltas,
      List<Receipt> receipts) {
    return new Changeset(
        id,
        conference,
        1,
        service,
        root,
        cause,
        part,
        origin,
        List.of(
            new AggregateState(
                service + ".thing", "1", 1, "thing-changed", StateJson.of(Map.of()))),
        new ArrayList<>(Arrays.asList(deltas)),
        subscribers,
        receipts);
  }
}
