/// Planted for the tests of the house rules.
@NullMarked
package org.huiwu.planted.common;

import org.jspecify.annotations.NullMarked;
