/// Planted for the tests of the house rules.
@NullMarked
package org.huiwu.planted.clock;

import org.jspecify.annotations.NullMarked;
