package org.huiwu.planted.common;

record Anything() {}
