@NullMarked
package org.huiwu.platform.web.command;

import org.jspecify.annotations.NullMarked;
