@NullMarked
package org.huiwu.notification.sitelink;

import org.jspecify.annotations.NullMarked;
