package org.fixtureferry.mysql;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.Driver;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.fixtureferry.report.StationFailure;

/**
 * A database that we can open, as source or as target. Nothing here can write to a source.
 *
 * <p>Connections are opened one by one and not pooled: a station needs two to four, for minutes,
 * each with a session of its own (a lock, a stream, a transaction) that must not reach the next
 * borrower.
 */
public final class Database {
  /** Which end of the crossing a database is. */
  public enum Side {
    SOURCE,
    TARGET
  }

  /**
   * Of the source we only read. Nothing of its data may be judged by a mode that its owner never
   * had, hence none. net_write_timeout, in seconds: a slow reader must not lose its stream.
   */
  private static final String SOURCE_SESSION =
      "sql_mode='',net_write_timeout=600,wait_timeout=28800";

  /**
   * STRICT_ALL_TABLES: a value that does not fit is an error, never a truncation.
   * NO_AUTO_VALUE_ON_ZERO: a primary key 0 stays 0. NO_ENGINE_SUBSTITUTION: no MyISAM where InnoDB
   * is switched off.
   */
  private static final String TARGET_SESSION =
      "sql_mode='STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',"
          + "net_write_timeout=600,wait_timeout=28800";

  private static final Driver DRIVER = driver();

  private final Endpoint endpoint;
  private final Side side;

  private Database(Endpoint endpoint, Side side) {
    this.endpoint = endpoint;
    this.side = side;
  }

  public static Database source(Endpoint endpoint) {
    return new Database(endpoint, Side.SOURCE);
  }

  public static Database target(Endpoint endpoint) {
    return new Database(endpoint, Side.TARGET);
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public Side side() {
    return side;
  }

  /**
   * Opens a connection with the database selected. The caller closes it.
   *
   * @throws StationFailure where the server does not answer, refuses the account, or has no such
   *     database
   */
  public Connection open() {
    return open(endpoint.database());
  }

  /** Opens a connection with no database selected: for a target that is not made yet. */
  public Connection openServer() {
    return open("");
  }

  private Connection open(String database) {
    try {
      return connect(database, endpoint.tls());
    } catch (SQLException e) {
      if (endpoint.tls() == Tls.PREFERRED && ConnectionFault.isTls(e)) {
        // MySQL 5.5 speaks TLS 1.0 at best, which Java 17 refuses: "preferred" then means in the
        // clear.
        return openInTheClear(database);
      }
      throw ConnectionFault.describe(this, e);
    }
  }

  private Connection openInTheClear(String database) {
    try {
      return connect(database, Tls.DISABLED);
    } catch (SQLException e) {
      throw ConnectionFault.describe(this, e);
    }
  }

  private Connection connect(String database, Tls tls) throws SQLException {
    String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
    Connection connection =
        DRIVER.connect(
            "jdbc:mysql://" + host + ":" + endpoint.port() + "/", properties(database, tls));
    try {
      connection.setReadOnly(side == Side.SOURCE);
      // The driver would refuse to receive a row larger than the server's max_allowed_packet, which
      // the server does send.
      connection
          .unwrap(JdbcConnection.class)
          .getPropertySet()
          .getIntegerProperty(PropertyKey.maxAllowedPacket)
          .setValue(Integer.MAX_VALUE);
      if (!database.isEmpty()) {
        connection.setCatalog(database);
      }
      return connection;
    } catch (SQLException e) {
      closeAfter(connection, e);
      throw e;
    }
  }

  private Properties properties(String database, Tls tls) {
    Properties properties = new Properties();
    properties.setProperty("user", endpoint.user());
    properties.setProperty("password", endpoint.password());
    properties.setProperty("sslMode", tls.name());
    properties.setProperty(
        "allowPublicKeyRetrieval", String.valueOf(tls == Tls.DISABLED || tls == Tls.PREFERRED));
    properties.setProperty("connectTimeout", "10000");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("characterEncoding", "UTF-8");
    properties.setProperty("tinyInt1isBit", "false");
    properties.setProperty("yearIsDateType", "false");
    properties.setProperty("jdbcCompliantTruncation", "false");
    properties.setProperty("rewriteBatchedStatements", "true");
    properties.setProperty(
        "sessionVariables", side == Side.SOURCE ? SOURCE_SESSION : TARGET_SESSION);
    return properties;
  }

  private static void closeAfter(Connection connection, Exception first) {
    try {
      connection.close();
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }

  private static Driver driver() {
    try {
      return new Driver();
    } catch (SQLException e) {
      throw new IllegalStateException("Loading the MySQL driver", e);
    }
  }

  @Override
  public String toString() {
    return endpoint.place();
  }
}
