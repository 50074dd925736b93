package org.fixtureferry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fixtureferry.mysql.Endpoint;

/** Plan files, and the environment that goes with them. */
final class Plans {
  private Plans() {}

  static Path write(Path folder, Endpoint source, Endpoint target, String... more) {
    String plan =
        "profile: djnro-0.8\n"
            + "source: "
            + side(source, "SOURCE_PASSWORD")
            + "target: "
            + side(target, "TARGET_PASSWORD")
            + String.join("\n", more)
            + "\n";
    try {
      return Files.writeString(folder.resolve("plan.yaml"), plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> passwords(Endpoint source, Endpoint target) {
    return Map.of("SOURCE_PASSWORD", source.password(), "TARGET_PASSWORD", target.password());
  }

  private static String side(Endpoint endpoint, String passwordEnv) {
    return "{host: %s, port: %d, database: %s, user: %s, passwordEnv: %s}\n"
        .formatted(
            endpoint.host(), endpoint.port(), endpoint.database(), endpoint.user(), passwordEnv);
  }
}
