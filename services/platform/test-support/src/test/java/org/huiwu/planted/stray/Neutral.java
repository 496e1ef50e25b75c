package org.huiwu.planted.stray;

import org.huiwu.platform.testsupport.TestDatabase;

/// Innocent: the platform is everybody's.
record Neutral(TestDatabase database) {}
