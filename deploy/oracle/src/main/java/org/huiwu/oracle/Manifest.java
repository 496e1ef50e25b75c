package org.huiwu.oracle;

import java.util.SortedMap;

/// The compared fields of one manifest: its header, and its lines by key.
public record Manifest(
    SortedMap<String, String> header, SortedMap<String, SortedMap<String, String>> lines) {}
