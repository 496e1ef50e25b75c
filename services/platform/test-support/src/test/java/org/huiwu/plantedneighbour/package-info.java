/// Planted for the tests of the house rules.
@NullMarked
package org.huiwu.plantedneighbour;

import org.jspecify.annotations.NullMarked;
