/// Participants in PostgreSQL.
@NullMarked
package org.huiwu.registration.participant.persistence;

import org.jspecify.annotations.NullMarked;
