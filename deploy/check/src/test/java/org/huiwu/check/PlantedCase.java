package org.huiwu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huiwu.check.Report.Verdict;
import org.huiwu.check.rule.Rule;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests on what a played platform has left behind.
@ExtendWith(PlayedOnce.class)
abstract class PlantedCase {
  static final Duration AT_ONCE = Duration.ZERO;
  static final Set<String> NEEDING_REST =
      Rule.ALL.stream().filter(Rule::needsRest).map(Rule::name).collect(Collectors.toSet());

  final Addresses addresses;

  PlantedCase(Played played) {
    this.addresses = played.addresses();
  }

  Report checkAtOnce() {
    return new Check(addresses, null, AT_ONCE).run();
  }

  static Map<String, Verdict> verdicts(Report report) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    Rule.ALL.forEach(rule -> verdicts.put(rule.name(), report.verdict(rule.name())));
    return verdicts;
  }

  static String said(Report report) {
    return String.join("\n", report.lines(Words.of("en")));
  }

  /// Exactly these are broken, and all others hold.
  void broken(Planted planted, String... rules) {
    try (planted) {
      var report = checkAtOnce();
      var names = Set.copyOf(Arrays.asList(rules));
      assertThat(verdicts(report))
          .as(said(report))
          .allSatisfy((rule, verdict) ->
              assertThat(verdict)
                  .as(rule)
                  .isEqualTo(names.contains(rule) ? Verdict.BROKEN : Verdict.HOLDS));
      assertThat(report.exitCode()).isEqualTo(Report.BROKEN);
    }
    assertThat(verdicts(checkAtOnce()).values()).containsOnly(Verdict.HOLDS);
  }

  Planted planted() {
    return new Planted(addresses);
  }

  static void withoutAReceipt(Planted planted) {
    planted.with(
        Service.NOTIFICATION,
        "ripple_receipt",
        "delete from ripple_receipt where consumer = 'catering' and changeset = (select c.root from change c join ripple_receipt r on r.changeset = c.root and r.consumer = 'catering' order by c.n desc limit 1)");
  }

  static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
