package org.huiwu.benchmark.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// How a quantile of latencies grows with a size, as an exponent: 0 when it does not, 1 when ten
/// times the size takes ten times as long. The slope of the logarithms, by least squares, with a 95
/// % interval: a bootstrap over rounds of blocks, the same for the same seed.
///
/// @param self the smallest size's second, fourth, .. blocks against its first, third, ..: 1 when
///   the machine was steady
public record Growth(double exponent, double low, double high, double self) {
  private static final int RESAMPLES = 1_000;
  private static final double LOWER = 0.025;
  private static final double UPPER = 0.975;
  private static final double STEADY_FROM = 0.9;
  private static final double STEADY_TO = 1.1;

  /// @param sizes at least two, the smallest first
  /// @param rounds of each round the blocks of each size, in the order of the sizes; at least two
  public static Growth of(
      List<Integer> sizes, List<List<Samples>> rounds, double quantile, long seed) {
    if (sizes.size() < 2 || rounds.size() < 2) {
      throw new IllegalArgumentException("at least two sizes and two rounds");
    }
    var random = new Random(seed);
    var resampled = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      var picked = random.ints(rounds.size(), 0, rounds.size()).mapToObj(rounds::get).toList();
      resampled[i] = exponent(sizes, picked, quantile);
    }
    Arrays.sort(resampled);
    return new Growth(
        exponent(sizes, rounds, quantile),
        resampled[(int) (LOWER * RESAMPLES)],
        resampled[(int) (UPPER * RESAMPLES) - 1],
        smallest(rounds, 1, quantile) / smallest(rounds, 0, quantile));
  }

  private static double exponent(List<Integer> sizes, List<List<Samples>> rounds, double quantile) {
    var n = sizes.size();
    var x = new double[n];
    var y = new double[n];
    for (int size = 0; size < n; size++) {
      var of = size;
      x[size] = Math.log(sizes.get(size));
      y[size] =
          Math.log(
              Samples.pooled(rounds.stream().map(round -> round.get(of)).toList())
                  .quantile(quantile));
    }
    var meanX = Arrays.stream(x).average().orElse(0);
    var meanY = Arrays.stream(y).average().orElse(0);
    var both = 0.0;
    var square = 0.0;
    for (int size = 0; size < n; size++) {
      both += (x[size] - meanX) * (y[size] - meanY);
      square += (x[size] - meanX) * (x[size] - meanX);
    }
    return both / square;
  }

  private static double smallest(List<List<Samples>> rounds, int first, double quantile) {
    List<Samples> blocks = new ArrayList<>();
    for (int round = first; round < rounds.size(); round += 2) {
      blocks.add(rounds.get(round).getFirst());
    }
    return Samples.pooled(blocks).quantile(quantile);
  }

  public Verdict against(Target target) {
    return self < STEADY_FROM || self > STEADY_TO ? Verdict.VOID : target.verdict(low, high);
  }

  /// A line of the table.
  public String row(String name, Target target) {
    return "%-58s %6.3f   [%.3f, %.3f]   %s   smallest against itself %.2f   %s"
        .formatted(name, exponent, low, high, target, self, against(target));
  }
}
