package org.huiwu.notification.channel;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.sink.Sink;
import org.huiwu.notification.contact.ChannelKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The one way out. It never throws, and a letter of a rehearsal ends in the [Sink] whatever is
/// configured.
///
/// To be called outside of any transaction: it waits for others' servers.
@Component
public class Channels {
  private static final Logger log = LoggerFactory.getLogger(Channels.class);

  private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);
  private final Rehearsals rehearsals;
  private final Sink sink;

  public Channels(List<Channel> channels, Rehearsals rehearsals, Sink sink) {
    channels.forEach(channel -> this.channels.put(channel.kind(), channel));
    this.rehearsals = rehearsals;
    this.sink = sink;
  }

  public Outcome send(Outgoing letter) {
    return switch (letter.channel()) {
      // whoever has the page open sees it there: nothing goes out
      case PAGE -> new Accepted("page");
      // a person calls
      case CALL -> Outcome.refused("not-a-letter");
      case SMS, EMAIL, WEBHOOK -> sendOut(letter);
    };
  }

  private Outcome sendOut(Outgoing letter) {
    Optional<Boolean> rehearsal;
    try {
      rehearsal = rehearsals.isRehearsal(letter.conference());
      if (rehearsal.orElse(false)) {
        return sink.take(letter);
      }
    } catch (RuntimeException e) {
      fault("letter " + letter.reference(), letter.channel(), e);
      return new NotSent("fault");
    }
    if (rehearsal.isEmpty()) {
      return new NotSent("conference-unknown");
    }
    try {
      return channelOf(letter.channel())
          .map(channel -> channel.send(letter))
          .orElse(Outcome.refused("not-configured"));
    } catch (RuntimeException e) {
      fault("letter " + letter.reference(), letter.channel(), e);
      return new Unknown("fault");
    }
  }

  /// As [Channel#away]. The sink is never away.
  public Optional<NotSent> away(UUID conference, ChannelKind kind, String address) {
    try {
      return rehearsals.isRehearsal(conference).orElse(true)
          ? Optional.empty()
          : channelOf(kind).flatMap(channel -> channel.away(address));
    } catch (RuntimeException e) {
      fault("conference " + conference, kind, e);
      return Optional.of(new NotSent("fault"));
    }
  }

  /// As [Channel#lookUp]; for a letter that is `unknown`, or was taken and is long without a
  /// receipt. Of a rehearsal's letters the sink is asked, and no provider.
  public Optional<Outcome> lookUp(
      UUID conference, ChannelKind kind, UUID reference, Instant sentAfter) {
    try {
      var rehearsal = rehearsals.isRehearsal(conference);
      if (rehearsal.isEmpty()) {
        return Optional.empty();
      }
      return rehearsal.get()
          ? Optional.of(sink.became(reference))
          : channelOf(kind).flatMap(channel -> channel.lookUp(reference, sentAfter));
    } catch (RuntimeException e) {
      fault("letter " + reference, kind, e);
      return Optional.empty();
    }
  }

  private Optional<Channel> channelOf(ChannelKind kind) {
    return Optional.ofNullable(channels.get(kind));
  }

  /// An exception's message may repeat the number: only its type and place are told.
  private static void fault(String what, ChannelKind kind, RuntimeException e) {
    var stack = e.getStackTrace();
    log.error(
        "{} by {}: {} at {}",
        what,
        kind.wire(),
        e.getClass().getName(),
        stack.length == 0 ? "?" : stack[0]);
  }
}
