/// The delegations that are invited.
@NullMarked
package org.huiwu.registration.delegation;

import org.jspecify.annotations.NullMarked;
