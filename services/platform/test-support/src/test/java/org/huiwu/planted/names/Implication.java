package org.huiwu.planted.names;

/// Innocent: the forbidden syllables are only the beginning of other words.
record Implication(boolean utilised) {}
