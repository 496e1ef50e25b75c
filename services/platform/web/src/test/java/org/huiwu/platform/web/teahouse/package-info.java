/// A made-up service with one aggregate, to try the doors that all services share.
@NullMarked
package org.huiwu.platform.web.teahouse;

import org.jspecify.annotations.NullMarked;
