package org.huiwu.notification.channel.email;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.huiwu.notification.channel.Channel;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.ChannelSettings.Email;
import org.huiwu.notification.channel.ChannelSettings.Security;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.SecretFile;
import org.huiwu.notification.channel.guard.Attempt;
import org.huiwu.notification.channel.guard.Guard;
import org.huiwu.notification.channel.guard.Guards;
import org.huiwu.notification.contact.ChannelKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// E-mail by SMTP: what the server has taken is sent, not yet delivered.
@Component
class EmailChannel implements Channel {
  private static final Logger log = LoggerFactory.getLogger(EmailChannel.class);
  private static final int FOR_GOOD = 500;
  private static final int FOR_NOW = 400;
  private static final int CLOSING = 421;

  private record Server(Email settings, Session session, InternetAddress from, String password) {

    String protocol() {
      return settings.security() == Security.TLS ? "smtps" : "smtp";
    }
  }

  private final Optional<Server> server;
  private final Guard guard;
  private final Clock clock;

  EmailChannel(ChannelSettings settings, Guards guards, Clock clock) {
    var email = settings.email();
    this.server = email.host().isBlank() ? Optional.empty() : Optional.of(server(email));
    this.guard = guards.of("email", email.timeout().multipliedBy(2));
    this.clock = clock;
  }

  private static Server server(Email email) {
    try {
      var password =
          email.user().isBlank()
              ? ""
              : SecretFile.read(
                  email.passwordFile(), "huiwu.notification.channels.email.password-file");
      return new Server(
          email,
          Session.getInstance(properties(email)),
          new InternetAddress(email.from(), true),
          password);
    } catch (AddressException e) {
      throw new IllegalStateException(
          "huiwu.notification.channels.email.from is no e-mail address", e);
    }
  }

  private static Properties properties(Email email) {
    var p = new Properties();
    var millis = Long.toString(email.timeout().toMillis());
    var authorities = email.authorities();
    var sockets =
        authorities == null || authorities.toString().isBlank()
            ? null
            : Authorities.sockets(authorities);
    for (var protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      p.setProperty(protocol + "connectiontimeout", millis);
      p.setProperty(protocol + "timeout", millis);
      p.setProperty(protocol + "writetimeout", millis);
      p.setProperty(protocol + "auth", Boolean.toString(!email.user().isBlank()));
      p.setProperty(protocol + "starttls.enable", Boolean.toString(starttls(email)));
      p.setProperty(protocol + "starttls.required", Boolean.toString(starttls(email)));
      p.setProperty(protocol + "ssl.checkserveridentity", "true");
      if (sockets != null) {
        p.put(protocol + "ssl.socketFactory", sockets);
      }
      p.setProperty(protocol + "quitwait", "false");
      p.setProperty(protocol + "localhost", "huiwu");
    }
    return p;
  }

  private static boolean starttls(Email email) {
    return email.security() == Security.STARTTLS;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Outcome send(Outgoing letter) {
    if (server.isEmpty()) {
      return Outcome.refused("not-configured");
    }
    InternetAddress to;
    try {
      to = new InternetAddress(letter.address(), true);
    } catch (AddressException e) {
      return Outcome.refused("bad-address");
    }
    return guard.send(() -> send(server.get(), to, letter));
  }

  @Override
  public Optional<NotSent> away(String address) {
    return server.flatMap(_ -> guard.away());
  }

  private Attempt send(Server at, InternetAddress to, Outgoing letter) throws MessagingException {
    var mail = new Mail(at.session(), at.from(), to, letter, clock.instant());
    var transport = at.session().getTransport(at.protocol());
    try {
      var email = at.settings();
      if (email.user().isBlank()) {
        transport.connect(email.host(), email.port(), null, null);
      } else {
        transport.connect(email.host(), email.port(), email.user(), at.password());
      }
      transport.sendMessage(mail, new Address[] {to});
      return Attempt.answered(new Accepted(mail.messageId()));
    } catch (AuthenticationFailedException e) {
      return Attempt.troubled(Outcome.refused("sign-in-refused"));
    } catch (MessagingException e) {
      return meaning(e, mail.begun());
    } finally {
      hangUp(transport);
    }
  }

  /// What became of the letter is known by now.
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      log.debug("the mail server had hung up before us");
    }
  }

  /// @param begun whether the server has asked for the letter itself
  private static Attempt meaning(MessagingException e, boolean begun) {
    var code = code(e);
    if (code >= FOR_GOOD) {
      return Attempt.answered(Outcome.refused("smtp-" + code));
    }
    if (code == CLOSING) {
      return Attempt.troubled(new NotSent("smtp-" + code));
    }
    if (code >= FOR_NOW) {
      // greylisting and full boxes: another time, and no fault of the server's
      return Attempt.answered(new NotSent("smtp-" + code));
    }
    return Attempt.troubled(begun ? new Unknown("connection-lost") : new NotSent("unreachable"));
  }

  /// The server's answer; below 400 when there was none.
  private static int code(MessagingException e) {
    var worst = -1;
    for (Exception at = e; at instanceof MessagingException one; at = one.getNextException()) {
      worst =
          Math.max(
              worst,
              switch (one) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException sending -> sending.getReturnCode();
                default -> -1;
              });
    }
    return worst;
  }

  /// A mail server is not asked afterwards.
  @Override
  public Optional<Outcome> lookUp(UUID reference, Instant sentAfter) {
    return Optional.empty();
  }
}
