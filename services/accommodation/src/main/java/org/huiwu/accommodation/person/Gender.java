package org.huiwu.accommodation.person;

/// As registration writes it.
public enum Gender {
  M,
  F
}
