package org.huiwu.standalone.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Markdown page by its sections (`## `).
///
/// @param sections by heading, in their order
record Page(Map<String, String> sections) {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  static Page of(String markdown) {
    Map<String, String> sections = new LinkedHashMap<>();
    var heading = "";
    for (var line : markdown.lines().toList()) {
      if (line.startsWith("## ")) {
        heading = line.substring(3).strip();
        sections.put(heading, "");
      } else {
        sections.merge(heading, line + "\n", String::concat);
      }
    }
    return new Page(sections);
  }

  List<String> headings() {
    return sections.keySet().stream().filter(h -> !h.isEmpty()).toList();
  }

  /// Empty when there is no such section.
  String section(String heading) {
    return sections.getOrDefault(heading, "");
  }

  /// What stands in backquotes in a section.
  Set<String> code(String heading) {
    return code(CODE, section(heading));
  }

  private static Set<String> code(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
