package org.huiwu.platform.door.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;

/// An exception in the log: what it is and where it came from, never what it says. A database
/// quotes the row that it refuses and a parser the text that it cannot read, and in them stand
/// people's names and numbers (design.md, "no personal data in logs").
public final class WordlessStackTrace extends ThrowableHandlingConverter {

  @Override
  public String convert(ILoggingEvent event) {
    var trace = new StringBuilder();
    append(trace, "", event.getThrowableProxy());
    return trace.toString();
  }

  private static void append(
      StringBuilder trace, String relation, @Nullable IThrowableProxy thrown) {
    if (thrown == null) {
      return;
    }
    trace.append(relation).append(thrown.getClassName()).append('\n');
    if (thrown.isCyclic()) {
      return;
    }
    var frames = thrown.getStackTraceElementProxyArray();
    var own = frames.length - thrown.getCommonFrames();
    for (var i = 0; i < own; i++) {
      trace.append('\t').append(frames[i].getSTEAsString()).append('\n');
    }
    if (thrown.getCommonFrames() > 0) {
      trace.append("\t... ").append(thrown.getCommonFrames()).append(" more\n");
    }
    for (var suppressed : thrown.getSuppressed()) {
      append(trace, "Suppressed: ", suppressed);
    }
    append(trace, "Caused by: ", thrown.getCause());
  }
}
