package org.huiwu.notification.letter;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.channel.sms.InboundText;
import org.huiwu.notification.channel.sms.InboundTexts;
import org.huiwu.notification.contact.ChannelKind;
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
/// went to: that acknowledges what the message told of. Anything else is no answer.
@Component
class Replies implements InboundTexts {
  private static final Logger log = LoggerFactory.getLogger(Replies.class);
  private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");
  private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern COUNTRY = Pattern.compile("^(?:00)?86(?=1[0-9]{10}$)");

  private record Answered(UUID id, UUID conference, String contact) {}

  private record Told(String manifest, long version) {}

  private final JdbcTemplate jdbc;
  private final Contacts contacts;
  private final Standings standings;
  private final ChangeLog changes;

  Replies(JdbcTemplate jdbc, Contacts contacts, Standings standings, ChangeLog changes) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.standings = standings;
    this.changes = changes;
  }

  @Override
  public void on(InboundText text) {
    var found = CODE.matcher(Normalizer.normalize(text.text(), Normalizer.Form.NFKC));
    while (found.find()) {
      answered(found.group(1)).stream()
          .filter(l -> isFrom(l, text.from()))
          .forEach(this::acknowledge);
    }
  }

  private List<Answered> answered(String code) {
    return jdbc.query(
        """
        select id, conference, contact from letter
        where code = ? and channel = 'sms' and state in ('sending', 'sent', 'delivered', 'unknown')\
        """,
        (row, _) ->
            new Answered(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
        code);
  }

  private boolean isFrom(Answered letter, String number) {
    return contacts
        .find(letter.conference(), letter.contact())
        .map(s -> plain(s.contact().address(ChannelKind.SMS)).equals(plain(number)))
        .orElse(false);
  }

  private static String plain(String number) {
    return COUNTRY.matcher(NOT_A_DIGIT.matcher(number).replaceAll("")).replaceFirst("");
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
