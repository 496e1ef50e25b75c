package org.huiwu.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.huiwu.notification.channel.Attachment;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.ChannelSettings.Security;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Refused;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.SampleLetters;
import org.huiwu.notification.channel.Settings;
import org.huiwu.notification.channel.guard.Guards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailChannelTest {
  private static final String ADDRESS = "qiantai@hotel.example";

  @Test
  void a_mail_has_its_text_in_chinese_and_its_files_under_their_own_names() throws Exception {
    var pdf = "%PDF-1.7 𠮷".getBytes(StandardCharsets.UTF_8);
    var xlsx = new byte[] {0x50, 0x4b, 3, 4, 0, (byte) 0xff, 13, 10, 46, 13, 10};
    var letter =
        SampleLetters.email(
            ADDRESS,
            new Attachment("接站单 第3版.pdf", "application/pdf", pdf),
            new Attachment(
                "接站单 第3版.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                xlsx));
    var mail = received(letter);
    assertThat(mail.getSubject()).isEqualTo(letter.subject());
    assertThat(mail.getHeader("Subject", null)).isASCII();
    assertThat(mail.getMessageID()).isEqualTo("<" + letter.reference() + "@huiwu.example>");
    assertThat(mail.getFrom()[0]).hasToString("huiwu@huiwu.example");
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(3);
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo(SampleLetters.TEXT);
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
    assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo("接站单 第3版.pdf");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    assertThat(parts.getBodyPart(2).getContentType()).contains("spreadsheetml");
    assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(xlsx);
  }

  @Test
  void a_mail_without_files_is_plain_text_and_no_subject_smuggles_a_header_in() throws Exception {
    var sample = SampleLetters.email(ADDRESS);
    var letter =
        new Outgoing(
            sample.reference(),
            sample.conference(),
            sample.channel(),
            ADDRESS,
            "Site A1\r\nBcc: all@hotel.example",
            sample.text(),
            sample.attachments(),
            null);
    var mail = received(letter);
    assertThat(mail.getContent()).isEqualTo(SampleLetters.TEXT);
    assertThat(mail.getSubject()).isEqualTo("Site A1 Bcc: all@hotel.example");
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  private static MimeMessage received(Outgoing letter) {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      assertThat(sent(server.getSmtp().getPort(), Security.NONE, letter))
          .isEqualTo(new Accepted("<" + letter.reference() + "@huiwu.example>"));
      assertThat(server.waitForIncomingEmail(2_000, 1)).isTrue();
      assertThat(server.getReceivedMessages()).hasSize(1);
      return server.getReceivedMessages()[0];
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"前台", "qiantai@hotel.example\r\nRCPT TO:<all@hotel.example>", ""})
  void what_is_no_address_is_refused_before_anybody_is_asked(String address) {
    assertThat(sent(1, Security.NONE, SampleLetters.email(address)))
        .isEqualTo(new Refused("bad-address"));
  }

  @Test
  void an_address_that_the_server_does_not_take_is_refused_for_good() throws Exception {
    try (var server = new ScriptedSmtp("RCPT", "550 5.1.1 no such user " + ADDRESS)) {
      assertThat(sent(server.port(), Security.NONE, SampleLetters.email(ADDRESS)))
          .isEqualTo(new Refused("smtp-550"));
      assertThat(server.letters()).isZero();
    }
  }

  @Test
  void a_server_that_says_later_has_surely_not_sent() throws Exception {
    try (var server = new ScriptedSmtp("RCPT", "450 4.2.0 greylisted")) {
      assertThat(sent(server.port(), Security.NONE, SampleLetters.email(ADDRESS)))
          .isEqualTo(new NotSent("smtp-450"));
    }
    try (var server = new ScriptedSmtp(".", "452 4.3.1 full")) {
      assertThat(sent(server.port(), Security.NONE, SampleLetters.email(ADDRESS)))
          .isEqualTo(new NotSent("smtp-452"));
    }
  }

  @Test
  void a_letter_that_is_refused_after_it_was_read_is_refused_for_good() throws Exception {
    try (var server = new ScriptedSmtp(".", "554 5.7.1 looks like spam")) {
      assertThat(sent(server.port(), Security.NONE, SampleLetters.email(ADDRESS)))
          .isEqualTo(new Refused("smtp-554"));
    }
  }

  @Test
  void a_connection_lost_after_the_letter_was_given_leaves_it_unknown_and_it_goes_out_once()
      throws Exception {
    try (var server = new ScriptedSmtp(".", ScriptedSmtp.HANG_UP)) {
      assertThat(sent(server.port(), Security.NONE, SampleLetters.email(ADDRESS)))
          .isEqualTo(new Unknown("connection-lost"));
      assertThat(server.letters()).isOne();
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void a_connection_lost_before_the_letter_was_given_has_surely_not_sent_and_is_tried_again()
      throws Exception {
    try (var server = new ScriptedSmtp("DATA", ScriptedSmtp.HANG_UP)) {
      assertThat(sent(server.port(), Security.NONE, SampleLetters.email(ADDRESS)))
          .isEqualTo(new NotSent("unreachable"));
      assertThat(server.letters()).isZero();
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void nothing_is_said_in_the_clear_where_it_should_be_private() throws Exception {
    try (var server = new ScriptedSmtp("none", "")) {
      assertThat(sent(server.port(), Security.STARTTLS, SampleLetters.email(ADDRESS)))
          .isEqualTo(new NotSent("unreachable"));
      assertThat(server.heard()).noneMatch(line -> line.contains(ADDRESS));
    }
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_no_letter() {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    server.start();
    try {
      assertThat(sent(server.getSmtps().getPort(), Security.TLS, SampleLetters.email(ADDRESS)))
          .isEqualTo(new NotSent("unreachable"));
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void a_server_that_asks_who_it_is_is_told_and_a_wrong_password_sends_nothing() {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.withConfiguration(
        new GreenMailConfiguration().withUser("huiwu@huiwu.example", "huiwu", Settings.SECRET));
    server.start();
    try {
      var port = server.getSmtp().getPort();
      assertThat(sent(Settings.byEmailAs("huiwu", port), SampleLetters.email(ADDRESS)))
          .isInstanceOf(Accepted.class);
      assertThat(server.getReceivedMessages()).hasSize(1);
      server.getUserManager().getUser("huiwu").setPassword("another");
      assertThat(sent(Settings.byEmailAs("huiwu", port), SampleLetters.email(ADDRESS)))
          .isEqualTo(new Refused("sign-in-refused"));
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void without_a_server_every_mail_is_refused_as_not_configured() {
    try (var guards = new Guards(Settings.none(), Clock.systemUTC())) {
      assertThat(
              new EmailChannel(Settings.none(), guards, Clock.systemUTC())
                  .send(SampleLetters.email(ADDRESS)))
          .isEqualTo(new Refused("not-configured"));
    }
  }

  private static Outcome sent(int port, Security security, Outgoing letter) {
    return sent(Settings.byEmail(port, security), letter);
  }

  private static Outcome sent(ChannelSettings settings, Outgoing letter) {
    try (var guards = new Guards(settings, Clock.systemUTC())) {
      return new EmailChannel(settings, guards, Clock.systemUTC()).send(letter);
    }
  }
}
