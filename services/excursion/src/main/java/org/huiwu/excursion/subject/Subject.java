package org.huiwu.excursion.subject;

import org.huiwu.platform.manifests.SubjectKind;

/// What the sites' lists are computed of: a person gives lines, a stop gives its header.
public final class Subject {
  public static final SubjectKind PERSON = new SubjectKind("p/");
  public static final SubjectKind STOP = new SubjectKind("stop/");

  private Subject() {}
}
