@NullMarked
package org.huiwu.catering.contract;

import org.jspecify.annotations.NullMarked;
