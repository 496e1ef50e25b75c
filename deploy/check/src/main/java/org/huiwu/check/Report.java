package org.huiwu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.huiwu.check.rule.Findings;
import org.huiwu.check.rule.Rule;

/// What each rule came to, over all conferences looked at.
public final class Report {
  /// So many findings of a rule are said one by one.
  static final int SHOWN = 20;

  /// Exit codes.
  public static final int HOLDS = 0;

  public static final int BROKEN = 1;
  public static final int NOT_EVALUATED = 2;

  /// What one rule came to.
  public enum Verdict {
    HOLDS,
    BROKEN,
    NOT_EVALUATED
  }

  /// @param conference its label, empty for the platform
  private record Line(String conference, Message what) {}

  private static final class Outcome {
    private final List<Line> broken = new ArrayList<>();
    private final List<Line> named = new ArrayList<>();
    private final SequencedSet<Line> underWay = new LinkedHashSet<>();

    Verdict verdict() {
      if (!broken.isEmpty()) {
        return Verdict.BROKEN;
      }
      return underWay.isEmpty() ? Verdict.HOLDS : Verdict.NOT_EVALUATED;
    }
  }

  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private int conferences;

  public Report() {
    Rule.ALL.forEach(rule -> outcomes.put(rule.name(), new Outcome()));
  }

  void oneMoreConference() {
    conferences++;
  }

  void add(Rule rule, String conference, Findings findings) {
    var outcome = outcome(rule.name());
    findings.broken().forEach(m -> outcome.broken.add(new Line(conference, m)));
    findings.named().forEach(m -> outcome.named.add(new Line(conference, m)));
    findings.underWay().forEach(m -> outcome.underWay.add(new Line(conference, m)));
  }

  private Outcome outcome(String rule) {
    return outcomes.computeIfAbsent(rule, _ -> new Outcome());
  }

  /// @param rule the rule's name
  public Verdict verdict(String rule) {
    return outcome(rule).verdict();
  }

  public int exitCode() {
    var verdicts = outcomes.values().stream().map(Outcome::verdict).toList();
    if (verdicts.contains(Verdict.BROKEN)) {
      return BROKEN;
    }
    return verdicts.contains(Verdict.NOT_EVALUATED) ? NOT_EVALUATED : HOLDS;
  }

  /// A line for each rule, and below it what was found.
  public List<String> lines(Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("report.conferences", conferences));
    outcomes.forEach((name, outcome) -> {
      lines.add("%-10s %s: %s".formatted(name, words.say("rule." + name), verdict(words, outcome)));
      some(lines, words, outcome.broken, "report.finding");
      if (outcome.broken.isEmpty()) {
        some(lines, words, List.copyOf(outcome.underWay), "report.under-way");
      }
      some(lines, words, outcome.named, "report.named");
    });
    return lines;
  }

  private static String verdict(Words words, Outcome outcome) {
    return switch (outcome.verdict()) {
      case HOLDS -> words.say("verdict.holds");
      case BROKEN -> words.say("verdict.broken", outcome.broken.size());
      case NOT_EVALUATED -> words.say("verdict.not-evaluated");
    };
  }

  private static void some(List<String> lines, Words words, List<Line> all, String how) {
    all.stream()
        .limit(SHOWN)
        .forEach(line ->
            lines.add(
                "  "
                    + (line.conference().isEmpty() ? "" : line.conference() + ": ")
                    + words.say(how, words.say(line.what()))));
    if (all.size() > SHOWN) {
      lines.add("  " + words.say("report.more", all.size() - SHOWN));
    }
  }
}
