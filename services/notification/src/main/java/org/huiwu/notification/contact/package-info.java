@NullMarked
package org.huiwu.notification.contact;

import org.jspecify.annotations.NullMarked;
