package org.huiwu.planted.unmarked;

record Unmarked() {}
