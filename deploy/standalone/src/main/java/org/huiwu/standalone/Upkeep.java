package org.huiwu.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.huiwu.platform.embedded.EmbeddedServerException;
import org.jspecify.annotations.Nullable;

/// `backup|restore|recover [--data DIR] [FILE]`: what `./huiwu` does with the data of a platform.
/// Exits 0 when it is done, 1 with one line when it cannot be.
public final class Upkeep {
  private Upkeep() {}

  private record Order(String what, Path data, @Nullable Path file) {
    static Order parse(String[] args) {
      Path data = Path.of("data");
      Path file = null;
      for (int i = 1; i < args.length; i++) {
        if (args[i].equals("--data") && i + 1 < args.length) {
          data = Path.of(args[++i]);
        } else if (file == null && !args[i].startsWith("--")) {
          file = Path.of(args[i]);
        } else {
          throw usage();
        }
      }
      if (args.length == 0) {
        throw usage();
      }
      return new Order(
          args[0],
          data.toAbsolutePath().normalize(),
          file == null ? null : file.toAbsolutePath().normalize());
    }

    Path namedFile() {
      var named = file;
      if (named == null) {
        throw usage();
      }
      return named;
    }
  }

  public static void main(String[] args) {
    try {
      var order = Order.parse(args);
      System.out.println(
          switch (order.what()) {
            case "backup" -> "Backed up into " + Backup.take(order.data(), order.namedFile());
            case "restore" -> {
              Restore.into(order.data(), order.namedFile());
              yield "Restored into %s. Now run: ./huiwu recover --data %s"
                  .formatted(order.data(), order.data());
            }
            case "recover" -> Recovery.of(order.data());
            default -> throw usage();
          });
      System.exit(0);
    } catch (StartException | EmbeddedServerException e) {
      System.err.println(e.getMessage());
    } catch (IOException | SQLException e) {
      System.err.println("It failed: " + e);
    }
    System.exit(1);
  }

  private static StartException usage() {
    return new StartException(
        "Usage: backup FILE|DIR [--data DIR] | restore FILE --data DIR | recover [--data DIR]");
  }
}
