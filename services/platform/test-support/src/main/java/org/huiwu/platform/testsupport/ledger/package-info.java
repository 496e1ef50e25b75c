/// The gate after crashes: lost = doubled = inverted = 0, read from the services' own databases and
/// from the topics.
@NullMarked
package org.huiwu.platform.testsupport.ledger;

import org.jspecify.annotations.NullMarked;
