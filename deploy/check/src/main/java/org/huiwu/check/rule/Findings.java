package org.huiwu.check.rule;

import java.util.ArrayList;
import java.util.List;
import org.huiwu.check.Message;

/// What a rule has found in one conference. Codes and opaque ids only, never people's names.
public final class Findings {
  private final List<Message> broken = new ArrayList<>();
  private final List<Message> named = new ArrayList<>();
  private final List<Message> underWay = new ArrayList<>();

  /// The rule does not hold.
  public void broken(String key, Object... arguments) {
    broken.add(Message.of("finding." + key, arguments));
  }

  /// No breach, but something that somebody should know of.
  public void named(String key, Object... arguments) {
    named.add(Message.of("finding." + key, arguments));
  }

  /// Not decided yet, and why.
  public void underWay(Message why) {
    underWay.add(why);
  }

  public List<Message> broken() {
    return List.copyOf(broken);
  }

  public List<Message> named() {
    return List.copyOf(named);
  }

  public List<Message> underWay() {
    return List.copyOf(underWay);
  }
}
