@NullMarked
package org.huiwu.platform.manifests;

import org.jspecify.annotations.NullMarked;
