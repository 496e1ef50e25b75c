package org.huiwu.check;

import org.jspecify.annotations.Nullable;

/// The platform cannot be read, or the command line cannot be understood; says why in one line.
public final class CheckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message words;

  public CheckException(Message words, @Nullable Throwable cause) {
    super(words.key() + words.arguments(), cause);
    this.words = words;
  }

  public CheckException(Message words) {
    this(words, null);
  }

  public Message words() {
    return words;
  }
}
