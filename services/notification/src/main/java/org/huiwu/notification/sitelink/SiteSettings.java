package org.huiwu.notification.sitelink;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the recipients' pages (`huiwu.notification.site.*`).
///
/// @param address where recipients reach the platform: what links and papers begin with
/// @param linkLife how long after the conference's end links and what was opened with them are good
/// @param pinLife how long a code is good, and how long no other is given after too many wrong ones
/// @param pinTries wrong codes before it is locked
/// @param pinsAnHour codes sent to one recipient within an hour, whatever devices ask
@ConfigurationProperties("huiwu.notification.site")
public record SiteSettings(
    URI address,
    @DefaultValue("2d") Duration linkLife,
    @DefaultValue("10m") Duration pinLife,
    @DefaultValue("5") int pinTries,
    @DefaultValue("6") int pinsAnHour) {}
