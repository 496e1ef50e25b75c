/// Another organisation's authorization server, outside of the packages that the door scans.
@NullMarked
package org.huiwu.ministry;

import org.jspecify.annotations.NullMarked;
