@NullMarked
package org.huiwu.benchmark;

import org.jspecify.annotations.NullMarked;
