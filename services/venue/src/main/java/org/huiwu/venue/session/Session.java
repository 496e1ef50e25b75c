package org.huiwu.venue.session;

import java.time.LocalDateTime;

/// One session in one hall.
///
/// @param starts in the conference's local time
/// @param contact the code of the contact who receives the seats, "" = none
/// @param cancelled for good; its manifest is closed
/// @param version 1 when planned, one more with each change
public record Session(
    String code,
    String title,
    String hall,
    LocalDateTime starts,
    String contact,
    boolean cancelled,
    long version) {

  /// The name of the session's seats among the manifests.
  public String manifest() {
    return "session:" + code;
  }

  /// The same session with these particulars; itself when none differs.
  Session movedTo(String newTitle, String newHall, LocalDateTime newStarts, String newContact) {
    var moved = new Session(code, newTitle, newHall, newStarts, newContact, cancelled, version);
    return moved.equals(this)
        ? this
        : new Session(code, newTitle, newHall, newStarts, newContact, cancelled, version + 1);
  }

  /// Cancelled; itself when it was.
  Session cancel() {
    return cancelled ? this : new Session(code, title, hall, starts, contact, true, version + 1);
  }
}
