@NullMarked
package org.huiwu.notification;

import org.jspecify.annotations.NullMarked;
