package org.huiwu.check.rule;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huiwu.check.facts.Published.Version;
import org.huiwu.check.facts.Recomputed;
import org.huiwu.check.facts.Recomputed.Content;
import org.jspecify.annotations.Nullable;

/// Every manifest as published equals a recomputation from the owners' databases, line by line:
/// nothing missing, nothing too much, nothing different in the fields that FORMAT.md names, and in
/// `name`, `delegation` and `room`. It may carry more fields. And the differences of its versions
/// end where its newest version is.
public final class ManifestsRecomputed implements Rule {
  private static final Content NOTHING = new Content(Map.of(), Map.of());

  @Override
  public String name() {
    return "manifests";
  }

  @Override
  public boolean needsRest() {
    return true;
  }

  @Override
  public void examine(Examined conference, Findings findings) {
    var expected = conference.recomputed().manifests();
    var published = conference.published().manifests();
    var names = new TreeSet<>(expected.keySet());
    names.addAll(published.keySet());
    for (var name : names) {
      var is = published.getOrDefault(name, new Version(0, null, Map.of()));
      if (!Recomputed.KINDS.contains(name.replaceFirst(":.*", ""))) {
        findings.broken("manifest-unknown", name);
      } else {
        compare(name, expected.get(name), is, findings);
      }
    }
    conference
        .published()
        .forgotten()
        .forEach(f -> findings.broken("versions-end-elsewhere", f.manifest(), f.line()));
  }

  private static void compare(
      String name, @Nullable Content expected, Version is, Findings findings) {
    if (expected == null && is.saysNothing()) {
      return;
    }
    var should = expected == null ? NOTHING : expected;
    var header = is.header();
    if (expected == null && header != null) {
      findings.broken("manifest-too-much", name);
    } else if (expected != null && header == null) {
      findings.broken("manifest-missing", name);
    } else if (header != null) {
      fields(name, "", should.header(), header, findings);
    }
    new TreeMap<>(should.lines())
        .forEach((line, fields) -> {
          var published = is.lines().get(line);
          if (published == null) {
            findings.broken("line-missing", name, line);
          } else {
            fields(name, line, fields, published, findings);
          }
        });
    new TreeSet<>(is.lines().keySet())
        .forEach(line -> {
          if (!should.lines().containsKey(line)) {
            findings.broken("line-too-much", name, line);
          }
        });
  }

  /// What differs, by the fields' names and, but for people's names, their values.
  private static void fields(
      String name,
      String line,
      Map<String, String> should,
      Map<String, String> is,
      Findings findings) {
    new TreeMap<>(should)
        .forEach((field, value) -> {
          var published = is.get(field);
          if (!value.equals(published)) {
            if (field.equals("name")) {
              findings.broken("name-differs", name, line);
            } else {
              findings.broken(
                  "field-differs", name, line, field, published == null ? "-" : published, value);
            }
          }
        });
  }
}
