package org.huiwu.notification.reminder;

/// @param confidential the words themselves are never sent: only that there is something to read on
///   one's page
/// @param subjectZh of an e-mail, as `subjectEn`; `""` = the usual one
public record ReminderTemplate(
    String code,
    ReminderKind kind,
    String zh,
    String en,
    boolean confidential,
    String subjectZh,
    String subjectEn) {

  public TemplateText text(String language) {
    return TemplateText.read(language.equals("en") ? en : zh, kind);
  }

  /// As it stands there.
  String subject(String language) {
    return language.equals("en") ? subjectEn : subjectZh;
  }
}
