package org.huiwu.benchmark.method;

/// What a ratio is to be.
public sealed interface Target {

  /// For latencies.
  record AtMost(double value) implements Target {
    @Override
    public String toString() {
      return "aim <= " + value;
    }
  }

  /// For rates.
  record AtLeast(double value) implements Target {
    @Override
    public String toString() {
      return "aim >= " + value;
    }
  }

  default Verdict verdict(double low, double high) {
    return switch (this) {
      case AtMost(var most) ->
          high <= most ? Verdict.MET : low > most ? Verdict.MISSED : Verdict.UNDECIDED;
      case AtLeast(var least) ->
          low >= least ? Verdict.MET : high < least ? Verdict.MISSED : Verdict.UNDECIDED;
    };
  }
}
