package org.huiwu.planted.stray;

import org.springframework.web.bind.annotation.RestController;

@RestController
class StrayController {}
