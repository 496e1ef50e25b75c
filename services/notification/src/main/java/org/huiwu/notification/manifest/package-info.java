@NullMarked
package org.huiwu.notification.manifest;

import org.jspecify.annotations.NullMarked;
