@NullMarked
package org.huiwu.catering.upstream;

import org.jspecify.annotations.NullMarked;
