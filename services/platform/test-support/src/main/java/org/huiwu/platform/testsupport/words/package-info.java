/// What services say to people, held beside the sources that say it.
@NullMarked
package org.huiwu.platform.testsupport.words;

import org.jspecify.annotations.NullMarked;
