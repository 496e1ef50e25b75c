/// Planted for the tests of the house rules.
@NullMarked
package org.huiwu.planted.domain;

import org.jspecify.annotations.NullMarked;
