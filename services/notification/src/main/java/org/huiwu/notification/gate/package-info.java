@NullMarked
package org.huiwu.notification.gate;

import org.jspecify.annotations.NullMarked;
