/// Plays a provider of text messages on a real HTTP server, with faults that a seed decides.
@NullMarked
package org.huiwu.provider;

import org.jspecify.annotations.NullMarked;
