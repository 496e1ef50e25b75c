@NullMarked
package org.huiwu.accommodation.manifest;

import org.jspecify.annotations.NullMarked;
