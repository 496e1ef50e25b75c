/// What the services' tests share: one PostgreSQL and one Kafka for a whole build
/// ([org.huiwu.platform.testsupport.TestServers]), the architecture rules, and AssertJ and
/// Awaitility as dependencies.
@NullMarked
package org.huiwu.platform.testsupport;

import org.jspecify.annotations.NullMarked;
