/// Real tokens for tests: signed with a key of their own, verified as the gateway's are.
@NullMarked
package org.huiwu.platform.testsupport.access;

import org.jspecify.annotations.NullMarked;
