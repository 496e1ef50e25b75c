package org.huiwu.registration.roster.reading;

/// As rosters give it: 男 is M, 女 is F.
public enum Gender {
  M,
  F
}
