/// How the ladder measures, whatever it measures: open-loop arrivals, latency from the intended
/// start, interleaved blocks, the baseline held against itself, a ratio with its interval.
@NullMarked
package org.huiwu.benchmark.method;

import org.jspecify.annotations.NullMarked;
