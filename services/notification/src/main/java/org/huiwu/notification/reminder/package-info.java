@NullMarked
package org.huiwu.notification.reminder;

import org.jspecify.annotations.NullMarked;
