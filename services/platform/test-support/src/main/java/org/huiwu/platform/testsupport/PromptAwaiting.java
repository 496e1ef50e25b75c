package org.huiwu.platform.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// What a test waits for is looked at at once, and every few milliseconds from then on, in every
/// test process. Awaitility would by itself wait a tenth of a second before it looks for the first
/// time: most of what is awaited here is there by then, and a conversation waits a dozen times.
public final class PromptAwaiting implements LauncherSessionListener {
  private static final Duration INTERVAL = Duration.ofMillis(20);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(INTERVAL);
  }
}
