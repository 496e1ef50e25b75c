package org.huiwu.notification.channel.sink;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Delivered;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.sink.SinkLetter.Enclosed;
import org.huiwu.notification.contact.ChannelKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Where the letters of rehearsals end: no address is ever touched.
@Component
public class Sink {
  private static final TypeReference<List<Enclosed>> ENCLOSED = new TypeReference<>() {};
  private static final int PAGE = 1_000;

  /// Another lock than the conference's own: letters go out while changes are made.
  private static final long SALT = 0x51_4EL;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Clock clock;

  Sink(JdbcTemplate jdbc, TransactionTemplate transactions, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /// The same reference a second time changes nothing.
  public Outcome take(Outgoing letter) {
    transactions.executeWithoutResult(_ -> {
      var conference = letter.conference();
      jdbc.query(
          "select pg_advisory_xact_lock(?)",
          (RowCallbackHandler) _ -> {},
          SALT ^ conference.getMostSignificantBits() ^ conference.getLeastSignificantBits());
      jdbc.update(
          """
          insert into sink_letter (conference, n, letter, channel, address, subject, body, attachments, at)
          select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?, ?, ?, ? from sink_letter where conference = ?
          on conflict (letter) do nothing\
          """,
          conference,
          letter.reference(),
          letter.channel().wire(),
          letter.address(),
          letter.subject(),
          letter.text(),
          json.writeValueAsString(
              letter.attachments().stream()
                  .map(a -> new Enclosed(a.name(), a.content().length))
                  .toList()),
          Timestamp.from(clock.instant()),
          conference);
    });
    return new Delivered("sink");
  }

  /// What became of a letter that may have ended here.
  public Outcome became(UUID letter) {
    return Boolean.TRUE.equals(
            jdbc.queryForObject(
                "select exists (select 1 from sink_letter where letter = ?)",
                Boolean.class,
                letter))
        ? new Delivered("sink")
        : new NotSent("never-heard");
  }

  /// At most a thousand, the oldest first.
  ///
  /// @param since those after this number
  public List<SinkLetter> since(UUID conference, long since) {
    return jdbc.query(
        """
        select n, letter, channel, address, subject, body, attachments, at from sink_letter
        where conference = ? and n > ? order by n limit ?\
        """,
        (row, _) ->
            new SinkLetter(
                row.getLong(1),
                row.getObject(2, UUID.class),
                ChannelKind.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                json.readValue(row.getString(7), ENCLOSED),
                row.getTimestamp(8).toInstant()),
        conference,
        since,
        PAGE);
  }
}
