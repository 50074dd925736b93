package org.fixtureferry.console;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** FERRY_DATA as an absolute path: H2 refuses "state", and a started program should not move. */
public final class DataFolderSetting implements ConfigSource {
  private static final String KEY = "ferry.data";

  /**
   * Above the environment itself (300), where FERRY_DATA already counts as ferry.data, but
   * relative; below system properties (400).
   */
  private static final int ORDINAL = 310;

  private final Map<String, String> values;

  public DataFolderSetting() {
    String given = System.getenv("FERRY_DATA");
    values =
        given == null || given.isBlank()
            ? Map.of()
            : Map.of(KEY, Path.of(given).toAbsolutePath().normalize().toString());
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public String getValue(String name) {
    return values.get(name);
  }

  @Override
  public String getName() {
    return "FERRY_DATA";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
