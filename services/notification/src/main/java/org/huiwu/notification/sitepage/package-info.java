@NullMarked
package org.huiwu.notification.sitepage;

import org.jspecify.annotations.NullMarked;
