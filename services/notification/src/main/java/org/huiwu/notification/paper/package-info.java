@NullMarked
package org.huiwu.notification.paper;

import org.jspecify.annotations.NullMarked;
