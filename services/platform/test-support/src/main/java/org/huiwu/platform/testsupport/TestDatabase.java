package org.huiwu.platform.testsupport;

/// A database of a test's own, empty at first. It need not be dropped: it goes with the server.
public record TestDatabase(String name, String jdbcUrl, String username, String password) {}
