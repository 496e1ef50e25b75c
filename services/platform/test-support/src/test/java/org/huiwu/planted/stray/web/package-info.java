/// Planted for the tests of the house rules.
@NullMarked
package org.huiwu.planted.stray.web;

import org.jspecify.annotations.NullMarked;
