@NullMarked
package org.huiwu.registration.contract;

import org.jspecify.annotations.NullMarked;
