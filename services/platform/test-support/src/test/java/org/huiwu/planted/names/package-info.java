/// Planted for the tests of the house rules.
@NullMarked
package org.huiwu.planted.names;

import org.jspecify.annotations.NullMarked;
