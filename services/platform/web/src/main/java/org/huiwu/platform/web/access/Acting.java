package org.huiwu.platform.web.access;

import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// What somebody is about to do in this request: known once it is allowed.
///
/// @param role the one in which they act
/// @param address where they are
public record Acting(String account, String role, String address, String action) {
  private static final String ATTRIBUTE = Acting.class.getName();
  private static final String AUDITED = ATTRIBUTE + ".audited";

  /// Empty outside of a request, and before it is allowed.
  public static Optional<Acting> current() {
    var request = RequestContextHolder.getRequestAttributes();
    return request == null
        ? Optional.empty()
        : Optional.ofNullable(
            (Acting) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
  }

  void begin() {
    set(ATTRIBUTE, this);
  }

  /// The audit trail has its row of this request.
  public static void audited() {
    set(AUDITED, true);
  }

  static boolean isAudited() {
    var request = RequestContextHolder.getRequestAttributes();
    return request != null
        && request.getAttribute(AUDITED, RequestAttributes.SCOPE_REQUEST) != null;
  }

  private static void set(String name, Object value) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(name, value, RequestAttributes.SCOPE_REQUEST);
    }
  }
}
