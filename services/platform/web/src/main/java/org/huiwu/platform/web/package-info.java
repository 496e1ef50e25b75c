@NullMarked
package org.huiwu.platform.web;

import org.jspecify.annotations.NullMarked;
