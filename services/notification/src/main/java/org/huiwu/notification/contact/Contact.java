package org.huiwu.notification.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Somebody who receives manifests: a hotel's front desk, a kitchen, a driver, a site's reception
/// unit.
///
/// @param role desk, hotel, kitchen, driver, liaison, site, duty ...
/// @param phone personal data: never in a log, an address or an event
public record Contact(
    @NotBlank @Size(max = 80) String code,
    @NotBlank @Size(max = 40) String role,
    @NotNull @Size(max = 200) String name,
    @NotNull @Size(max = 60) String phone,
    @NotNull @Size(max = 200) String email) {}
