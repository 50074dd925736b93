package org.fixtureferry.mysql;

import java.util.OptionalLong;

/**
 * A table that stands in a database.
 *
 * @param dataLength bytes of rows, as the engine reports them
 * @param autoIncrement the next id that the server would give; empty where the table gives none
 */
public record CatalogTable(
    String name, String engine, String collation, long dataLength, OptionalLong autoIncrement) {

  /**
   * The highest id of an int(11), which every AutoField is. At the end of that range engines
   * disagree about the next id: MyISAM names one beyond it, InnoDB the last.
   */
  public static final long HIGHEST_ID = Integer.MAX_VALUE;
}
