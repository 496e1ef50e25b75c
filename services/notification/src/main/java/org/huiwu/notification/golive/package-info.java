@NullMarked
package org.huiwu.notification.golive;

import org.jspecify.annotations.NullMarked;
