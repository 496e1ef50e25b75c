package org.huiwu.benchmark.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Blocks of what is measured and of the baseline, one after another: A, B, A, B. What the machine
/// does meanwhile (its clock, its disk, its neighbours) so falls upon both.
///
/// @param measured as many as there are of the baseline
public record Blocks(List<Samples> measured, List<Samples> baseline) {

  /// Runs one block.
  public interface Block {
    /// @param i which of its kind, from 0
    Samples run(int i) throws Exception;
  }

  public Blocks {
    if (measured.isEmpty() || measured.size() != baseline.size()) {
      throw new IllegalArgumentException("there must be as many blocks of the one as of the other");
    }
    measured = List.copyOf(measured);
    baseline = List.copyOf(baseline);
  }

  /// @param pairs at least two, so that the baseline can be held against itself
  public static Blocks interleaved(int pairs, Block measured, Block baseline) throws Exception {
    if (pairs < 2) {
      throw new IllegalArgumentException("at least two pairs of blocks");
    }
    List<Samples> as = new ArrayList<>();
    List<Samples> bs = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      as.add(measured.run(i));
      bs.add(baseline.run(i));
    }
    return new Blocks(as, bs);
  }

  public int pairs() {
    return measured.size();
  }

  /// Every second block of the baseline.
  ///
  /// @param first 0 or 1
  Samples baselineFrom(int first) {
    return Samples.pooled(
        IntStream.range(0, baseline.size())
            .filter(i -> i % 2 == first)
            .mapToObj(baseline::get)
            .toList());
  }
}
