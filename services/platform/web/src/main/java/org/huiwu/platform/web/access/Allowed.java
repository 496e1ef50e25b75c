package org.huiwu.platform.web.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a handler method lets somebody do: an action that `rights.json` of services/contracts
/// knows. A handler method without it is closed to everybody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Allowed {

  /// The action, e.g. `switch-route`.
  String value();

  /// The path variable whose kind (what stands before its colon) is part of the action: with
  /// `read-manifest` and the variable `trip:B1` the action is `read-manifest:trip`.
  String kindOf() default "";
}
