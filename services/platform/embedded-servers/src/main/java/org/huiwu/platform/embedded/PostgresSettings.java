package org.huiwu.platform.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/// How to run an embedded PostgreSQL.
///
/// @param folder where everything of this server is kept: the cluster, its password, its log; made
///   if absent, readable by its user only
/// @param port on 127.0.0.1; 0 for any free one
/// @param binaries where the server's programs are unpacked to, once for each version; shared by
///   all servers of this user
/// @param minimumFree bytes that must be free on the folder's disk at the start
/// @param patience how long a start may take, replaying the log after a crash included
/// @param onFault told, in one line, when the server ends without having been asked to
/// @param options further or other `postgresql.conf` settings; they win over the ones set here
public record PostgresSettings(
    Path folder,
    int port,
    Durability durability,
    Path binaries,
    long minimumFree,
    Duration patience,
    Consumer<String> onFault,
    Map<String, String> options) {

  public PostgresSettings {
    options = Map.copyOf(options);
  }

  /// Durable, on a free port, binaries in the user's cache folder, a fault is logged.
  public static PostgresSettings in(Path folder) {
    return new PostgresSettings(
        folder,
        0,
        Durability.DURABLE,
        PostgresBinaries.userCache(folder),
        300L << 20,
        Duration.ofMinutes(3),
        line -> LoggerFactory.getLogger(PostgresServer.class).error(line),
        Map.of());
  }

  public PostgresSettings withPort(int port) {
    return new PostgresSettings(
        folder, port, durability, binaries, minimumFree, patience, onFault, options);
  }

  public PostgresSettings withDurability(Durability durability) {
    return new PostgresSettings(
        folder, port, durability, binaries, minimumFree, patience, onFault, options);
  }

  public PostgresSettings withBinaries(Path binaries) {
    return new PostgresSettings(
        folder, port, durability, binaries, minimumFree, patience, onFault, options);
  }

  public PostgresSettings withMinimumFree(long minimumFree) {
    return new PostgresSettings(
        folder, port, durability, binaries, minimumFree, patience, onFault, options);
  }

  public PostgresSettings withOnFault(Consumer<String> onFault) {
    return new PostgresSettings(
        folder, port, durability, binaries, minimumFree, patience, onFault, options);
  }

  public PostgresSettings withOptions(Map<String, String> options) {
    return new PostgresSettings(
        folder, port, durability, binaries, minimumFree, patience, onFault, options);
  }

  /// What the server is started with, each time anew, so that a changed setting always holds.
  Map<String, String> serverOptions(int actualPort) {
    var all = new TreeMap<String, String>();
    all.put("listen_addresses", LocalPorts.HOST);
    all.put("port", Integer.toString(actualPort));
    all.put("unix_socket_directories", "");
    String on = durability == Durability.DURABLE ? "on" : "off";
    all.put("fsync", on);
    all.put("synchronous_commit", on);
    all.put("full_page_writes", on);
    // lz4 halves the log after a checkpoint, at a CPU cost on the commit path; the disk is not
    // short
    all.put("wal_compression", "off");
    all.put("max_connections", "120");
    all.put("superuser_reserved_connections", "3");
    all.put("shared_buffers", "256MB");
    all.put("effective_cache_size", "512MB");
    all.put("work_mem", "8MB");
    all.put("maintenance_work_mem", "32MB");
    all.put("jit", "off");
    // segments kept and reused: a commit then never waits for a new file
    all.put("min_wal_size", "128MB");
    all.put("max_wal_size", "1GB");
    all.put("checkpoint_timeout", "15min");
    all.put("checkpoint_completion_target", "0.9");
    // seven services with partitioned outboxes share one lock table
    all.put("max_locks_per_transaction", "128");
    all.put("max_wal_senders", "2");
    all.put("max_logical_replication_workers", "0");
    all.put("max_worker_processes", "2");
    all.put("max_parallel_workers_per_gather", "0");
    all.put("max_parallel_maintenance_workers", "0");
    all.put("autovacuum_max_workers", "2");
    // an import fills empty tables in a minute: the planner has to know of it earlier than that
    all.put("autovacuum_naptime", "15s");
    // reads in the backends themselves: three processes fewer
    all.put("io_method", "sync");
    all.put("huge_pages", "off");
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    // statements, parameters and row values may hold names and phone numbers: none of them is
    // logged
    all.put("log_min_messages", "log");
    all.put("log_min_error_statement", "panic");
    all.put("log_error_verbosity", "terse");
    all.put("log_checkpoints", "off");
    all.putAll(options);
    return all;
  }
}
