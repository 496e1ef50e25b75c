package org.huiwu.registration.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One e-mail address and nothing beside it, or nothing at all. Whether a letter arrives there is
/// known once one has.
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(max = 200)
@Pattern(
    regexp = "\\s*([A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)?\\s*",
    message = "{registration.email-address}")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface EmailAddress {
  String message() default "{registration.email-address}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
