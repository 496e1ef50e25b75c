@NullMarked
package org.huiwu.notification.standing;

import org.jspecify.annotations.NullMarked;
