@NullMarked
package org.huiwu.accommodation.hold.persistence;

import org.jspecify.annotations.NullMarked;
