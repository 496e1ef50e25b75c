package org.huiwu.platform.web.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a [CommandRequest]: plans are changed with If-Match. Without it: 428; the command itself says
/// 412 with the current copy, by [CommandRequest#mustMatch].
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Versioned {

  /// What the current copy in a 412 is of; left out: of what the command answers.
  Class<?> current() default Void.class;
}
