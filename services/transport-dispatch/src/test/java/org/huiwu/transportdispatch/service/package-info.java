/// The whole service on real servers.
@NullMarked
package org.huiwu.transportdispatch.service;

import org.jspecify.annotations.NullMarked;
