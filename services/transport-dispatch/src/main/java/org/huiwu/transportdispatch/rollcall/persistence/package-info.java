/// Roll-calls in PostgreSQL.
@NullMarked
package org.huiwu.transportdispatch.rollcall.persistence;

import org.jspecify.annotations.NullMarked;
