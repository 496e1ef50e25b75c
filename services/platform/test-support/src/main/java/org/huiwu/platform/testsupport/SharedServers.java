package org.huiwu.platform.testsupport;

/// A PostgreSQL and a Kafka for tests, wherever they run. Closing stops both.
sealed interface SharedServers extends AutoCloseable permits EmbeddedServers, ContainerServers {

  /// A JDBC URL but for the database's name.
  String jdbcPrefix();

  String username();

  String password();

  String bootstrap();

  /// In words, for the log.
  String description();

  @Override
  void close();
}
