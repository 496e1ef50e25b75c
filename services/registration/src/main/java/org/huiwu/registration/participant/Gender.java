package org.huiwu.registration.participant;

/// 男 is M, 女 is F.
public enum Gender {
  M,
  F
}
