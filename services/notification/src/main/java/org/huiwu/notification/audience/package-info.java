@NullMarked
package org.huiwu.notification.audience;

import org.jspecify.annotations.NullMarked;
