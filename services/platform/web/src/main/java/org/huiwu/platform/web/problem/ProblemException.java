package org.huiwu.platform.web.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/// Something that the caller is told as an RFC 9457 problem. The words come from the message bundle
/// by `code`: `problem.<code>.title` and `problem.<code>.detail`, in Chinese and English, with
/// `arguments` filled in.
///
/// Arguments are codes, numbers, times and field names, never a person's name or phone.
public sealed class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient List<Object> arguments;

  private ProblemException(HttpStatus status, String code, List<Object> arguments) {
    super(code + arguments);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  /// 404: what the address names is not there.
  public static final class Missing extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Missing(String code, Object... arguments) {
      super(HttpStatus.NOT_FOUND, code, List.of(arguments));
    }
  }

  /// 409: it contradicts what is there, e.g. a code that is taken.
  public static final class Conflict extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Conflict(String code, Object... arguments) {
      super(HttpStatus.CONFLICT, code, List.of(arguments));
    }
  }

  /// 422: understood and refused by a rule, e.g. a route that does not exist.
  public static final class Refused extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Refused(String code, Object... arguments) {
      super(HttpStatus.UNPROCESSABLE_CONTENT, code, List.of(arguments));
    }
  }

  /// 400: a header or parameter is missing or malformed.
  public static final class Malformed extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Malformed(String code, Object... arguments) {
      super(HttpStatus.BAD_REQUEST, code, List.of(arguments));
    }
  }

  /// 401: nobody is signed in, or what proves it is not good here.
  public static final class Unauthenticated extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String code) {
      super(HttpStatus.UNAUTHORIZED, code, List.of());
    }
  }

  /// 403: signed in, but nothing that this account holds allows it here.
  public static final class Forbidden extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Forbidden(String code, Object... arguments) {
      super(HttpStatus.FORBIDDEN, code, List.of(arguments));
    }
  }

  /// 503: something that is needed does not answer now.
  public static final class Unavailable extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String code, Object... arguments) {
      super(HttpStatus.SERVICE_UNAVAILABLE, code, List.of(arguments));
    }
  }

  /// 413: the body is larger than this door takes.
  public static final class TooLarge extends ProblemException {
    private static final long serialVersionUID = 1L;

    public TooLarge(String code, Object... arguments) {
      super(HttpStatus.CONTENT_TOO_LARGE, code, List.of(arguments));
    }
  }

  /// 428: a plan is changed with If-Match, so that nobody overwrites what they have not seen.
  public static final class VersionRequired extends ProblemException {
    private static final long serialVersionUID = 1L;

    public VersionRequired() {
      super(HttpStatus.PRECONDITION_REQUIRED, "version-required", List.of());
    }
  }

  /// 412: somebody else was first; the current copy comes with the problem.
  public static final class VersionStale extends ProblemException {
    private static final long serialVersionUID = 1L;
    private final transient Object current;

    public VersionStale(long expected, long version, Object current) {
      super(HttpStatus.PRECONDITION_FAILED, "version-stale", List.of(expected, version));
      this.current = current;
    }

    public Object current() {
      return current;
    }
  }
}
