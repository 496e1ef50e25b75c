package org.huiwu.notification.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/// Somebody who receives manifests: a hotel's front desk, a kitchen, a driver, a site's reception
/// unit.
///
/// @param role desk, hotel, kitchen, driver, liaison, site, duty ...
/// @param phone personal data: never in a log, an address or an event
public record Contact(
    @NotBlank String code,
    @NotBlank String role,
    @NotNull String name,
    @NotNull String phone,
    @NotNull String email) {}
