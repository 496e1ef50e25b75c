@NullMarked
package org.huiwu.notification.upstream;

import org.jspecify.annotations.NullMarked;
