/// A naive reference model of the conference package (deploy/drills/FORMAT.md). It keeps every fact
/// in plain collections and computes every manifest from scratch after every change. It shares no
/// code with the services, so that the two can disagree.
@NullMarked
package org.huiwu.oracle;

import org.jspecify.annotations.NullMarked;
