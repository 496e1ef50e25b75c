package org.huiwu.platform.door.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/// Chinese or English, whichever Accept-Language names first; Chinese when it names neither, says
/// nothing, or cannot be read. Never the language of the machine that answers.
public final class CallersLanguage implements LocaleResolver {
  private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

  public static Locale of(HttpServletRequest request) {
    var said = Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE));
    return said.isEmpty() ? Locale.CHINESE : of(String.join(",", said));
  }

  private static Locale of(String said) {
    try {
      var named = Locale.lookup(LanguageRange.parse(said), SPOKEN);
      return Objects.requireNonNullElse(named, Locale.CHINESE);
    } catch (IllegalArgumentException _) {
      return Locale.CHINESE;
    }
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return of(request);
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language is the caller's");
  }
}
