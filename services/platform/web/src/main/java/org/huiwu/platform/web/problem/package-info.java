@NullMarked
package org.huiwu.platform.web.problem;

import org.jspecify.annotations.NullMarked;
