@NullMarked
package org.huiwu.notification.duty;

import org.jspecify.annotations.NullMarked;
