/// The whole service on real servers, from door to door.
@NullMarked
package org.huiwu.registration.service;

import org.jspecify.annotations.NullMarked;
