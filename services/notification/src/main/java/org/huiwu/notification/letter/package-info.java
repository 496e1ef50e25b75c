@NullMarked
package org.huiwu.notification.letter;

import org.jspecify.annotations.NullMarked;
