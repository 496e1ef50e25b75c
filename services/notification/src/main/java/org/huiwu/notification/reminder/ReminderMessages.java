package org.huiwu.notification.reminder;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// The words that reminders begin with; `reminders.properties`.
@Component
class ReminderMessages {
  private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

  ReminderMessages() {
    bundle.setBasename("reminders");
    bundle.setDefaultEncoding(StandardCharsets.UTF_8.name());
    bundle.setFallbackToSystemLocale(false);
  }

  /// As it stands there, placeholders and all.
  String say(Locale language, String key) {
    return bundle.getMessage(key, null, language);
  }
}
