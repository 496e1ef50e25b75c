package org.huiwu.planted.stray.web;

import org.springframework.web.bind.annotation.RestController;

/// Innocent.
@RestController
class RightController {}
