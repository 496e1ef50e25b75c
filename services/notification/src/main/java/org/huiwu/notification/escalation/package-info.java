@NullMarked
package org.huiwu.notification.escalation;

import org.jspecify.annotations.NullMarked;
