@NullMarked
package org.huiwu.notification.retiming;

import org.jspecify.annotations.NullMarked;
