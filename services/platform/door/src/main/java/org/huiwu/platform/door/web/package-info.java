/// What the gateway's door and the services' doors do alike: the caller's language, how much of a
/// body they take, how strictly they read it, and problems in place of the web server's own pages.
@NullMarked
package org.huiwu.platform.door.web;

import org.jspecify.annotations.NullMarked;
