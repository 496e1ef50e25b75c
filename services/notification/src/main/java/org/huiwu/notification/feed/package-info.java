@NullMarked
package org.huiwu.notification.feed;

import org.jspecify.annotations.NullMarked;
