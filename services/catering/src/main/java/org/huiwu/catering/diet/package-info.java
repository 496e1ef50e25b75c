@NullMarked
package org.huiwu.catering.diet;

import org.jspecify.annotations.NullMarked;
