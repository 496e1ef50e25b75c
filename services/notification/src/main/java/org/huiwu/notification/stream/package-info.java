@NullMarked
package org.huiwu.notification.stream;

import org.jspecify.annotations.NullMarked;
