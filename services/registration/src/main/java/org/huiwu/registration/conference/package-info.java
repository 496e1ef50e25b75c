/// The conference itself: the frame in which all times are local.
@NullMarked
package org.huiwu.registration.conference;

import org.jspecify.annotations.NullMarked;
