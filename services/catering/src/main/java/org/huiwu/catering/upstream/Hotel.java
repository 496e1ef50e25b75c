package org.huiwu.catering.upstream;

/// A hotel, as far as a meal's scope may name it.
record Hotel(String code, boolean cancelled) {}
