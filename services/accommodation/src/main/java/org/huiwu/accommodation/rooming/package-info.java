@NullMarked
package org.huiwu.accommodation.rooming;

import org.jspecify.annotations.NullMarked;
