@NullMarked
package org.huiwu.notification.preview;

import org.jspecify.annotations.NullMarked;
