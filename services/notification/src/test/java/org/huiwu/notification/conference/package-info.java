@NullMarked
package org.huiwu.notification.conference;

import org.jspecify.annotations.NullMarked;
