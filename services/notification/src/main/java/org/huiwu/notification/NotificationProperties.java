package org.huiwu.notification;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param provisionalAfter how long a ripple may be open before pages are told that it is not
///   finished
/// @param cutUnfinishedAfter after how long a silence versions are cut without waiting for the rest
/// @param owners where the owners of manifests answer, to fetch a whole manifest after a gap
/// @param heartbeat after how much quiet a reader of the live stream is told that it is alive
@ConfigurationProperties("huiwu.notification")
public record NotificationProperties(
    Duration provisionalAfter,
    Duration cutUnfinishedAfter,
    Map<String, String> owners,
    @DefaultValue("15s") Duration heartbeat) {}
