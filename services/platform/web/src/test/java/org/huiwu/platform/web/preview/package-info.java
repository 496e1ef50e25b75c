@NullMarked
package org.huiwu.platform.web.preview;

import org.jspecify.annotations.NullMarked;
