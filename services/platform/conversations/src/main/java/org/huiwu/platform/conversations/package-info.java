/// What a service's tests say to it and hear from it: a desk that speaks HTTP, the other services
/// on Kafka, and what the service itself publishes there. Test scope only.
@NullMarked
package org.huiwu.platform.conversations;

import org.jspecify.annotations.NullMarked;
