-- What has ended is cleared away: sessions with their links, devices with their last session.
create index site_session_link on site_session (link);
create index site_session_device on site_session (device);
create index personal_session_link on personal_session (link);
