@NullMarked
package org.huiwu.notification.personal;

import org.jspecify.annotations.NullMarked;
