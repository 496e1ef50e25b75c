package org.huiwu.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.huiwu.platform.manifests.ManifestsConfiguration;
import org.springframework.context.annotation.Import;

/// A service that derives manifests: it declares one `Contributions` bean and serves its own
/// copies.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import({ManifestsConfiguration.class, ManifestsController.class})
public @interface DerivesManifests {}
