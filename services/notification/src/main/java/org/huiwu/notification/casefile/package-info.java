@NullMarked
package org.huiwu.notification.casefile;

import org.jspecify.annotations.NullMarked;
