package org.huiwu.notification.letter;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.channel.sms.InboundText;
import org.huiwu.notification.channel.sms.InboundTexts;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.standing.Signature;
import org.huiwu.notification.standing.Signature.How;
import org.huiwu.notification.standing.Standings;
import org.huiwu.platform.messaging.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// A driver or liaison answers a text message with the random code in it, from the number that it
/// went to, within some days: that acknowledges what the message told of. Anything else is no
/// answer, a text with two codes too: one text, one try.
@Component
class Replies implements InboundTexts {
  private static final Logger log = LoggerFactory.getLogger(Replies.class);
  private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");
  private static final Duration GOOD_FOR = Duration.ofDays(3);

  private record Answered(UUID id, UUID conference, String contact, String sentTo) {}

  private record Told(String manifest, long version) {}

  private final JdbcTemplate jdbc;
  private final Contacts contacts;
  private final Standings standings;
  private final ChangeLog changes;
  private final Clock clock;

  Replies(
      JdbcTemplate jdbc, Contacts contacts, Standings standings, ChangeLog changes, Clock clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.standings = standings;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public void on(InboundText text) {
    var codes =
        CODE.matcher(Normalizer.normalize(text.text(), Normalizer.Form.NFKC))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .limit(2)
            .toList();
    if (codes.size() == 1) {
      answered(codes.getFirst()).stream()
          .filter(l -> l.sentTo().equals(NumberHash.of(l.id(), text.from())))
          .forEach(this::acknowledge);
    }
  }

  private List<Answered> answered(String code) {
    return jdbc.query(
        """
        select id, conference, contact, sent_to from letter
        where code = ? and channel = 'sms' and state in ('sending', 'sent', 'delivered', 'unknown')
          and sent_to is not null and sending_at > ?\
        """,
        (row, _) ->
            new Answered(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4)),
        code,
        Timestamp.from(clock.instant().minus(GOOD_FOR)));
  }

  private void acknowledge(Answered letter) {
    changes.locked(
        letter.conference(),
        () -> {
          var name =
              contacts
                  .find(letter.conference(), letter.contact())
                  .map(s -> s.contact().name())
                  .orElse(letter.contact());
          told(letter)
              .forEach(t ->
                  standings.acknowledge(
                      letter.conference(),
                      letter.contact(),
                      t.manifest(),
                      t.version(),
                      new Signature(name, How.SMS, "")));
          return letter;
        });
    log.info("letter {} was answered", letter.id());
  }

  private List<Told> told(Answered letter) {
    return jdbc.query(
        """
        select i.manifest, i.to_version from letter_item i
        join standing s on s.conference = ? and s.contact = ? and s.manifest = i.manifest
        where i.letter = ? order by i.manifest\
        """,
        (row, _) -> new Told(row.getString(1), row.getLong(2)),
        letter.conference(),
        letter.contact(),
        letter.id());
  }
}
