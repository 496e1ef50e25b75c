@NullMarked
package org.huiwu.notification.ripple;

import org.jspecify.annotations.NullMarked;
