/// What services' tests ask of the contract, and the tests of the contract itself.
@NullMarked
package org.huiwu.contracts;

import org.jspecify.annotations.NullMarked;
