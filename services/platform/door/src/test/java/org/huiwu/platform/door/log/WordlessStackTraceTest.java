package org.huiwu.platform.door.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The log as the processes write it, by their own configuration.
class WordlessStackTraceTest {

  @Test
  void an_exceptions_words_are_not_logged_and_its_place_is() throws JoranException {
    var refused =
        new SQLException(
            "ERROR: violates check\n  Detail: Failing row contains (王小明, 13800138000)", "23514");
    var thrown = new IllegalStateException("王小明 cannot be stored", refused);
    thrown.addSuppressed(new IllegalArgumentException("nor 李雷"));

    var logged = logged(thrown);

    assertThat(logged)
        .contains(
            "could not store",
            "java.lang.IllegalStateException\n",
            "Caused by: java.sql.SQLException\n",
            "Suppressed: java.lang.IllegalArgumentException\n",
            "\tat org.huiwu.platform.door.log.WordlessStackTraceTest")
        .doesNotContain("王小明", "13800138000", "李雷", "Detail");
  }

  @Test
  void a_cause_that_is_its_own_cause_ends() throws JoranException {
    var one = new IllegalStateException("one");
    var other = new IllegalStateException("other", one);
    one.initCause(other);

    assertThat(logged(one)).contains("Caused by: java.lang.IllegalStateException");
  }

  private static String logged(Throwable thrown) throws JoranException {
    var written = new ByteArrayOutputStream();
    var before = System.err;
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
      var configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(
          Objects.requireNonNull(WordlessStackTrace.class.getResource("process.xml")));
      context.getLogger(WordlessStackTraceTest.class).warn("could not store", thrown);
    } finally {
      context.stop();
      System.setErr(before);
    }
    return written.toString(StandardCharsets.UTF_8);
  }
}
