package org.huiwu.venue.subject;

import org.huiwu.platform.manifests.SubjectKind;

/// What venue's manifest lines are computed of: a person gives seats, a session gives its header.
public final class Subject {
  public static final SubjectKind PERSON = new SubjectKind("p/");
  public static final SubjectKind SESSION = new SubjectKind("session/");

  private Subject() {}
}
