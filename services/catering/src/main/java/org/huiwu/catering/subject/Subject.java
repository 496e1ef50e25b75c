package org.huiwu.catering.subject;

import org.huiwu.platform.manifests.SubjectKind;

/// What catering's manifest lines are computed of: a person gives counts, a meal gives its header.
public final class Subject {
  public static final SubjectKind PERSON = new SubjectKind("p/");
  public static final SubjectKind MEAL = new SubjectKind("meal/");

  private Subject() {}
}
