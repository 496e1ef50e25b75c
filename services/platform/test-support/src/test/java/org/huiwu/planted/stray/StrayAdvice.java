package org.huiwu.planted.stray;

import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class StrayAdvice {}
