package org.huiwu.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What an operator reads when a server does not start.
final class OneLine {

  private OneLine() {}

  static AbstractStringAssert<?> of(ThrowingCallable start) {
    EmbeddedServerException refused = catchThrowableOfType(EmbeddedServerException.class, start);
    assertThat(refused).as("an EmbeddedServerException").isNotNull();
    return assertThat(refused.getMessage()).doesNotContain("\n");
  }
}
