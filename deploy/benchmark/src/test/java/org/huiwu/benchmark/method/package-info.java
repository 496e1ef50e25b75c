@NullMarked
package org.huiwu.benchmark.method;

import org.jspecify.annotations.NullMarked;
