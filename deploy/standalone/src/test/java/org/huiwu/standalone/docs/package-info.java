/// Holds the documentation to the code: what a page names is there, and what is there is named.
@NullMarked
package org.huiwu.standalone.docs;

import org.jspecify.annotations.NullMarked;
