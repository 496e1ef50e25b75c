@NullMarked
package org.huiwu.platform.web.access;

import org.jspecify.annotations.NullMarked;
