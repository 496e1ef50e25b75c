package org.huiwu.transportdispatch.subject;

import org.huiwu.platform.manifests.SubjectKind;

/// Who contributes to manifests: a person gives lines, a trip gives its header.
public final class Subject {
  public static final SubjectKind PERSON = new SubjectKind("p/");
  public static final SubjectKind TRIP = new SubjectKind("trip/");

  private Subject() {}
}
