@NullMarked
package org.huiwu.platform.web.documentation;

import org.jspecify.annotations.NullMarked;
