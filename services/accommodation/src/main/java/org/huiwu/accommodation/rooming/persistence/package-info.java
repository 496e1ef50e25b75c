@NullMarked
package org.huiwu.accommodation.rooming.persistence;

import org.jspecify.annotations.NullMarked;
