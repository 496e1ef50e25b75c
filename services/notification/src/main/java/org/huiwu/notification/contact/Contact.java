package org.huiwu.notification.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody who receives manifests: a hotel's front desk, a kitchen, a driver, a site's reception
/// unit.
///
/// @param code of no delegate: what begins with `person:` is one's own number
/// @param role desk, hotel, kitchen, driver, liaison, chief-liaison, site, duty ...
/// @param phone personal data: never in a log, an address or an event
/// @param channels how to reach them, the first first; left out: the page, then whatever there is
///   an address for
/// @param webhook a group robot or another system
/// @param worksFrom local time from which on they are told what is not urgent; left out: always
/// @param standIn the contact who is told when this one does not answer
/// @param language `zh` or `en`; left out: Chinese
public record Contact(
    @NotBlank @Size(max = 80) @Pattern(regexp = "(?!person:)(?s:.*)") String code,
    @NotBlank @Size(max = 40) String role,
    @NotNull @Size(max = 200) String name,
    @NotNull @Size(max = 60) String phone,
    @NotNull @Size(max = 200) String email,
    @Nullable @Size(max = 5) List<@NotNull ChannelKind> channels,
    @Nullable @Size(max = 500) String webhook,
    @Nullable LocalTime worksFrom,
    @Nullable LocalTime worksTo,
    @Nullable @Size(max = 80) String standIn,
    @Nullable @Pattern(regexp = "zh|en") String language) {

  /// The roles whose contacts the escalation ladder calls on.
  public static final String DUTY = "duty";

  public static final String CHIEF_LIAISON = "chief-liaison";

  /// How to reach them, in order; a channel for which there is no address is left out.
  public List<ChannelKind> reachedBy() {
    List<ChannelKind> wanted =
        channels == null
            ? List.of(
                ChannelKind.PAGE,
                ChannelKind.SMS,
                ChannelKind.EMAIL,
                ChannelKind.WEBHOOK,
                ChannelKind.CALL)
            : channels;
    return wanted.stream().distinct().filter(k -> k == ChannelKind.PAGE || hasAddress(k)).toList();
  }

  /// The channels by which letters go out to them, in order.
  public List<ChannelKind> letterChannels() {
    List<ChannelKind> sending = new ArrayList<>(reachedBy());
    sending.removeIf(k -> !k.sends());
    return sending;
  }

  /// The first way that reaches somebody who does not look at the page: a letter goes out, or the
  /// duty room calls. The page when there is no other.
  public ChannelKind reachedFirst() {
    return reachedBy().stream()
        .filter(k -> k != ChannelKind.PAGE)
        .findFirst()
        .orElse(ChannelKind.PAGE);
  }

  /// Where a channel leads; empty where it does not.
  public String address(ChannelKind channel) {
    return switch (channel) {
      case PAGE -> "";
      case SMS, CALL -> phone;
      case EMAIL -> email;
      case WEBHOOK -> Objects.requireNonNullElse(webhook, "");
    };
  }

  /// For who may not change it: of the webhook only where it leads.
  public Contact withoutWebhookKey() {
    return webhook == null
        ? this
        : new Contact(
            code,
            role,
            name,
            phone,
            email,
            channels,
            WebhookAddress.withoutKey(webhook),
            worksFrom,
            worksTo,
            standIn,
            language);
  }

  /// Whether it rings with the same telephone, however the number is written.
  public boolean hasNumberOf(Contact other) {
    return phone.replaceAll("[\\s-]", "").equals(other.phone.replaceAll("[\\s-]", ""));
  }

  private boolean hasAddress(ChannelKind channel) {
    return !address(channel).isBlank();
  }
}
