/// What looks again and again whether something is due.
@NullMarked
package org.huiwu.notification.rounds;

import org.jspecify.annotations.NullMarked;
