package org.huiwu.platform.web.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a [CommandRequest]: what creates something carries an Idempotency-Key, so that a retry never
/// makes it twice. Without it: 400 `idempotency-key-required`.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Keyed {}
