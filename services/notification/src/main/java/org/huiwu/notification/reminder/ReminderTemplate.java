package org.huiwu.notification.reminder;

/// @param confidential the words themselves are never sent: only that there is something to read on
///   one's page
public record ReminderTemplate(
    String code, ReminderKind kind, String zh, String en, boolean confidential) {

  public TemplateText text(String language) {
    return TemplateText.read(language.equals("en") ? en : zh, kind);
  }
}
