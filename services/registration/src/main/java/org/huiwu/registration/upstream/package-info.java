/// What registration has learnt from other services.
@NullMarked
package org.huiwu.registration.upstream;

import org.jspecify.annotations.NullMarked;
