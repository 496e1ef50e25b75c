@NullMarked
package org.huiwu.catering.manifest;

import org.jspecify.annotations.NullMarked;
