package org.huiwu.benchmark;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/// Keeps Spring Modulith, which is on the benchmark's class path to be compared with, out of the
/// services that are measured.
final class WithoutModulith implements AutoConfigurationImportFilter {
  private static final String MODULITH = "org.springframework.modulith.";

  @Override
  public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
    var matches = new boolean[configurations.length];
    for (int i = 0; i < matches.length; i++) {
      var one = configurations[i];
      matches[i] = one == null || !one.startsWith(MODULITH);
    }
    return matches;
  }
}
