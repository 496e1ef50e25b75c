package org.huiwu.platform.door.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/// How large the body of a request may be, in bytes.
public final class BodyLimit {
  /// Of a file.
  public static final int UPLOAD = 24 * 1024 * 1024;

  /// Of everything else.
  public static final int FORM = 10 * 1024 * 1024;

  private BodyLimit() {}

  /// A file rather than a form.
  public static boolean isUpload(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.startsWith(MediaType.APPLICATION_OCTET_STREAM_VALUE);
  }

  public static int of(HttpServletRequest request) {
    return isUpload(request) ? UPLOAD : FORM;
  }
}
