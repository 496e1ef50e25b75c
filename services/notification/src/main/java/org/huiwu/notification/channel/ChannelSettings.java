package org.huiwu.notification.channel;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// By whom letters go out (`huiwu.notification.channels.*`). A channel without its provider refuses
/// every letter as `not-configured`, so that the next channel is tried. What stands nowhere else
/// stands in notification.yaml.
@ConfigurationProperties("huiwu.notification.channels")
public record ChannelSettings(Guarding guard, Sms sms, Email email, Webhook webhook) {

  /// The same for each provider, but counted for each by itself.
  ///
  /// @param attempts at most so many for a letter that was surely not sent
  /// @param firstWait before the second attempt; then twice as long each time, half of it by chance
  /// @param longestWait what a provider asks for beyond it is left to a later time
  /// @param atOnce so many letters at a time by one provider
  /// @param circuitCalls over so many of the last calls it is judged whether the circuit opens
  /// @param circuitOpen how long an open circuit stays so
  public record Guarding(
      int attempts,
      Duration firstWait,
      Duration longestWait,
      int atOnce,
      int circuitCalls,
      Duration circuitOpen) {}

  /// @param url where the provider's API is, e.g. `https://sms.example/v1`; blank = no provider
  /// @param keyId which of our secrets signs
  /// @param secretFile the secret itself, in a file of its own
  /// @param connectTimeout until then a letter was surely not sent
  /// @param timeout after it nobody knows whether the letter was sent
  /// @param settle so long after sending a provider that has never heard of a letter will never
  public record Sms(
      String url,
      String keyId,
      @Nullable Path secretFile,
      Duration connectTimeout,
      Duration timeout,
      Duration settle) {}

  /// How the connection to the mail server is kept private.
  public enum Security {
    /// In the clear: for a server on this machine only.
    NONE,
    /// Upgraded before anything is said; without it nothing is sent.
    STARTTLS,
    TLS
  }

  /// @param host the mail server; blank = none
  /// @param user blank = it asks for no sign-in
  /// @param authorities who vouches for the mail server, in PEM: a house with an authority of its
  ///   own; null or blank = those whom Java trusts
  /// @param from the sender's address; the references of mails are made in its domain
  /// @param timeout for each step, and twice that for all of them; with all attempts it stays below
  ///   the time after which the sending clock takes a letter for interrupted
  public record Email(
      String host,
      int port,
      Security security,
      String user,
      @Nullable Path passwordFile,
      @Nullable Path authorities,
      String from,
      Duration timeout) {}

  /// @param enabled whether requests go out to the addresses that contacts bear
  /// @param privateAddresses whether they may lead to this machine or into a private network, and
  ///   without TLS to this machine
  public record Webhook(
      boolean enabled, boolean privateAddresses, Duration connectTimeout, Duration timeout) {}
}
