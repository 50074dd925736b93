package org.fixtureferry.mysql;

import com.mysql.cj.exceptions.UnableToConnectException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.fixtureferry.mysql.ConnectionFailure.Setting;

/** Turns a connection that failed into a sentence that says what happened and what to do next. */
final class ConnectionFault {
  private static final int ACCESS_DENIED_TO_DATABASE = 1044;
  private static final int ACCESS_DENIED = 1045;
  private static final int UNKNOWN_DATABASE = 1049;
  private static final int TOO_MANY_CONNECTIONS = 1040;
  private static final int HOST_BLOCKED = 1129;
  private static final int HOST_NOT_PRIVILEGED = 1130;

  private ConnectionFault() {}

  static ConnectionFailure describe(Database database, SQLException e) {
    Endpoint at = database.endpoint();
    String side = database.side() == Database.Side.SOURCE ? "source" : "target";
    String start = "Connecting to the " + side + " " + at.server() + ": ";
    return new ConnectionFailure(setting(at, e), start, reason(at, e), e);
  }

  /** Where the operator should look first. */
  private static Setting setting(Endpoint at, SQLException e) {
    return switch (e.getErrorCode()) {
      case ACCESS_DENIED -> Setting.PASSWORD;
      case ACCESS_DENIED_TO_DATABASE, UNKNOWN_DATABASE -> Setting.DATABASE;
      case TOO_MANY_CONNECTIONS, HOST_BLOCKED, HOST_NOT_PRIVILEGED -> Setting.HOST;
      default -> networkSetting(at, e);
    };
  }

  private static Setting networkSetting(Endpoint at, SQLException e) {
    if (has(e, UnknownHostException.class) || has(e, SocketTimeoutException.class)) {
      return Setting.HOST;
    }
    if (isTls(e) || isWithoutTls(at, e)) {
      return Setting.TLS;
    }
    return has(e, ConnectException.class) ? Setting.PORT : Setting.HOST;
  }

  private static String reason(Endpoint at, SQLException e) {
    return switch (e.getErrorCode()) {
      case ACCESS_DENIED ->
          "the server answered, but refused user "
              + at.user()
              + ": wrong password, or not allowed from this host. Check both, then try again.";
      case ACCESS_DENIED_TO_DATABASE ->
          "user "
              + at.user()
              + " may not use database "
              + at.database()
              + ", or there is no such database. Check the name, or grant the account its rights.";
      case UNKNOWN_DATABASE -> "the server has no database " + at.database() + ". Check the name.";
      case TOO_MANY_CONNECTIONS ->
          "the server has no connection to spare (max_connections). Try again later.";
      case HOST_BLOCKED ->
          "the server blocks this host after many failed attempts. Its administrator runs FLUSH HOSTS.";
      case HOST_NOT_PRIVILEGED ->
          "the server lets nobody in from this host. Its administrator makes an account for this host.";
      default -> network(at, e);
    };
  }

  private static String network(Endpoint at, SQLException e) {
    if (has(e, UnknownHostException.class)) {
      return "there is no host of that name. Check the host.";
    }
    if (has(e, SocketTimeoutException.class)) {
      return "no answer within 10 seconds. Check host and port, the firewall between, or go through an SSH tunnel.";
    }
    if (isTls(e) || isWithoutTls(at, e)) {
      return "no TLS that both sides accept (tls: "
          + at.tls().slug()
          + "). A server of MySQL 5.5's time needs tls: disabled, through an SSH tunnel.";
    }
    if (has(e, ConnectException.class)) {
      return "nothing listens there. Check host and port, whether the server is up, and that it listens on this address (bind-address).";
    }
    return "the connection failed (MySQL error "
        + e.getErrorCode()
        + ", SQLSTATE "
        + e.getSQLState()
        + "). Check host, port and the server's log.";
  }

  static boolean isTls(SQLException e) {
    return has(e, SSLException.class)
        || has(e, java.security.cert.CertificateException.class)
        || has(e, com.mysql.cj.exceptions.SSLParamsException.class);
  }

  /** The server offers no TLS at all, and the driver was told to go nowhere without. */
  private static boolean isWithoutTls(Endpoint at, SQLException e) {
    return switch (at.tls()) {
      case DISABLED, PREFERRED -> false;
      case REQUIRED, VERIFY_CA, VERIFY_IDENTITY ->
          e.getErrorCode() == 0 && has(e, UnableToConnectException.class);
    };
  }

  private static boolean has(Throwable e, Class<? extends Throwable> wanted) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (wanted.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
