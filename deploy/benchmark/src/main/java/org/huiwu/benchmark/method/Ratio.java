package org.huiwu.benchmark.method;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A quantile of what was measured against the same of the baseline, with a 95 % interval, and the
/// baseline against itself.
///
/// The interval is a bootstrap over pairs of blocks (a block's changes are no independent samples:
/// its neighbours share its weather), the same for the same seed.
///
/// @param self the baseline's second, fourth, .. blocks against its first, third, ..: 1 when the
///   machine was steady
public record Ratio(double quantile, double value, double low, double high, double self) {
  private static final int RESAMPLES = 1_000;
  private static final double STEADY_FROM = 0.9;
  private static final double STEADY_TO = 1.1;
  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;

  public static Ratio of(Blocks blocks, double quantile, long seed) {
    var random = new Random(seed);
    var resampled = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      var picked = random.ints(blocks.pairs(), 0, blocks.pairs()).toArray();
      resampled[i] =
          ratio(pick(blocks.measured(), picked), pick(blocks.baseline(), picked), quantile);
    }
    Arrays.sort(resampled);
    return new Ratio(
        quantile,
        ratio(Samples.pooled(blocks.measured()), Samples.pooled(blocks.baseline()), quantile),
        resampled[(int) (LOWER * RESAMPLES)],
        resampled[(int) (UPPER * RESAMPLES) - 1],
        ratio(blocks.baselineFrom(1), blocks.baselineFrom(0), quantile));
  }

  private static Samples pick(List<Samples> blocks, int[] picked) {
    return Samples.pooled(Arrays.stream(picked).mapToObj(blocks::get).toList());
  }

  private static double ratio(Samples one, Samples other, double quantile) {
    return (double) one.quantile(quantile) / other.quantile(quantile);
  }

  /// The machine was not steady: this ratio says nothing, neither for nor against.
  public boolean isVoid() {
    return self < STEADY_FROM || self > STEADY_TO;
  }

  public Verdict against(Target target) {
    return isVoid() ? Verdict.VOID : target.verdict(low, high);
  }

  /// A line of the table.
  public String row(String name, Target target) {
    return "%-58s %6.2f   [%.2f, %.2f]   %s   baseline against itself %.2f   %s"
        .formatted(name, value, low, high, target, self, against(target));
  }
}
