package org.huiwu.registration.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Text that no spreadsheet would run as a formula, and without control characters: such a value is
/// never stored (FORMAT.md, "Rosters"). A phone's `+86`, a number and a mere dash do nothing.
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(
    regexp = "(?![\\s\\p{Z}]*(?:[=@＝＠]|[+\\-＋－](?![-0-9\\s().]*$)))[^\\p{Cc}]*",
    message = "{registration.plain-text}")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {
  String message() default "{registration.plain-text}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
