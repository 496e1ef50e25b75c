package org.huiwu.notification.duty;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// The words of what is open and of what the platform writes into the shift log, in the reader's
/// language: notification-duty.properties.
@Component
public class DutyWords {
  static final String BUNDLE = "notification-duty";

  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  DutyWords() {
    messages.setBasename(BUNDLE);
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
  }

  public String matter(String code, List<?> arguments, Locale locale) {
    return words("matter." + code, arguments, locale);
  }

  public String entry(String code, List<?> arguments, Locale locale) {
    return words("log." + code, arguments, locale);
  }

  /// Numbers are shown as they are sent: 1000, not 1,000. What has no words yet shows its code.
  private String words(String key, List<?> arguments, Locale locale) {
    var plain = arguments.stream().map(String::valueOf).toArray();
    return Objects.requireNonNull(messages.getMessage(key, plain, key, locale));
  }
}
