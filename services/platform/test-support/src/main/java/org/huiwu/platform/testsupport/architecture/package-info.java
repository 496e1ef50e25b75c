/// The house rules of the code as tests.
@NullMarked
package org.huiwu.platform.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
