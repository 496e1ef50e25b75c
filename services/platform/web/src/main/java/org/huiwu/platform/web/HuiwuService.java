package org.huiwu.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.huiwu.platform.messaging.MessagingConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// A service of the platform: Spring Boot with messaging and the shared doors. Services that derive
/// manifests also import [DerivesManifests].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootApplication
@Import({MessagingConfiguration.class, WebConfiguration.class})
public @interface HuiwuService {}
