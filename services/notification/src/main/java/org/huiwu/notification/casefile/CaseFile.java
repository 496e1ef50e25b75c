package org.huiwu.notification.casefile;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.letter.Letter;
import org.huiwu.notification.letter.Purpose;
import org.huiwu.notification.ripple.ChangeView;
import org.jspecify.annotations.Nullable;

/// Everything about a change: who made it and why, its ripple, what it revised, and for each
/// version how those stand who were to be told of it.
///
/// @param told what was to be told to whom, by manifest and version; empty when nobody was to be
///   told, e.g. in planning
/// @param outstanding how many recipients' versions nobody has acknowledged or settled
public record CaseFile(CaseState state, long outstanding, ChangeView change, List<Told> told) {

  /// A version that this change made and others had to be told of.
  ///
  /// @param title as its owner calls it
  public record Told(
      String manifest, long version, @Nullable String title, List<Recipient> recipients) {}

  /// @param due the manifest's deadline, local to the conference
  /// @param letters those that told of this version, the first first
  /// @param acknowledgement the one that covers this version
  /// @param settlement the one that covers this version
  public record Recipient(
      String contact,
      RecipientState state,
      @Nullable LocalDateTime due,
      List<Sent> letters,
      @Nullable Acknowledgement acknowledgement,
      @Nullable Settlement settlement,
      List<EscalationNotes.Note> escalations) {}

  /// @param sendAfter when it goes, while it waits
  public record Sent(
      UUID letter,
      ChannelKind channel,
      Purpose purpose,
      Letter.State state,
      Instant sendAfter,
      @Nullable Instant sentAt,
      @Nullable Instant settledAt) {}

  /// @param name who says that they have read it: personal data
  /// @param how page, sms, call or desk
  /// @param version covers all before it
  public record Acknowledgement(String name, String how, long version, Instant at) {}

  /// A named person's word that nothing more is to be done; no acknowledgement.
  ///
  /// @param by the account
  /// @param version covers all before it
  public record Settlement(String by, String reason, long version, Instant at) {}
}
