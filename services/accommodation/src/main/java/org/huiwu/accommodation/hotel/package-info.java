@NullMarked
package org.huiwu.accommodation.hotel;

import org.jspecify.annotations.NullMarked;
