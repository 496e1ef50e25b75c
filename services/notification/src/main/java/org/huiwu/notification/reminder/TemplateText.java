package org.huiwu.notification.reminder;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiwu.platform.web.problem.ProblemException.Refused;

/// A template's words: text, and placeholders between braces. There are no expressions, and what is
/// filled in is never read as a template again.
public final class TemplateText {
  private sealed interface Part {}

  private record Words(String text) implements Part {}

  private record Filled(Placeholder placeholder) implements Part {}

  private final List<Part> parts;

  private TemplateText(List<Part> parts) {
    this.parts = parts;
  }

  /// @throws Refused `placeholder-unknown` naming the first that is none, or none of this kind;
  ///   `template-malformed` where a brace stands alone
  public static TemplateText read(String text, ReminderKind kind) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      var open = text.indexOf('{', at);
      var words = text.substring(at, open < 0 ? text.length() : open);
      if (words.indexOf('}') >= 0) {
        throw new Refused("template-malformed", at + words.indexOf('}') + 1);
      }
      if (!words.isEmpty()) {
        parts.add(new Words(words));
      }
      if (open < 0) {
        break;
      }
      var close = text.indexOf('}', open);
      if (close < 0) {
        throw new Refused("template-malformed", open + 1);
      }
      var name = text.substring(open + 1, close);
      parts.add(
          new Filled(
              Placeholder.find(name)
                  .filter(kind::allows)
                  .orElseThrow(() -> new Refused("placeholder-unknown", name, kind.wire()))));
      at = close + 1;
    }
    return new TemplateText(List.copyOf(parts));
  }

  public Set<Placeholder> placeholders() {
    var used = EnumSet.noneOf(Placeholder.class);
    for (var part : parts) {
      if (part instanceof Filled filled) {
        used.add(filled.placeholder);
      }
    }
    return used;
  }

  /// @param values what is not among them is left empty
  public String filled(Map<Placeholder, String> values) {
    var text = new StringBuilder();
    for (var part : parts) {
      text.append(
          switch (part) {
            case Words words -> words.text;
            case Filled filled -> values.getOrDefault(filled.placeholder, "");
          });
    }
    return text.toString();
  }
}
