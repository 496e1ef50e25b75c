package org.huiwu.check;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The checker's language: Chinese or English.
public final class Words {
  private final ResourceBundle bundle;

  private Words(Locale locale) {
    bundle =
        ResourceBundle.getBundle(
            "org.huiwu.check.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// @param language a tag such as `zh`, `zh-CN`, `en`; whatever is not Chinese is English
  public static Words of(String language) {
    var chinese = language.toLowerCase(Locale.ROOT).startsWith("zh");
    return new Words(chinese ? Locale.CHINESE : Locale.ENGLISH);
  }

  public String say(Message message) {
    return MessageFormat.format(
        bundle.getString(message.key()), message.arguments().toArray(Object[]::new));
  }

  public String say(String key, Object... arguments) {
    return say(Message.of(key, arguments));
  }
}
