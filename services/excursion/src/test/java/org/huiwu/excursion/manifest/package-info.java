@NullMarked
package org.huiwu.excursion.manifest;

import org.jspecify.annotations.NullMarked;
