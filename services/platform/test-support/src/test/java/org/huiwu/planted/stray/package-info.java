/// Planted for the tests of the house rules.
@NullMarked
package org.huiwu.planted.stray;

import org.jspecify.annotations.NullMarked;
