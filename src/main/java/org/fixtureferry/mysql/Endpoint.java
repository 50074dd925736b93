package org.fixtureferry.mysql;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One database on one server, and the account that we use there.
 *
 * @param host a name or an address; never part of a URL
 * @param password never printed: see {@link #toString}
 */
public record Endpoint(
    String host, int port, String database, String user, @JsonIgnore String password, Tls tls) {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]+");

  /** MySQL's longest identifier, in characters. */
  private static final int LONGEST_NAME = 64;

  public Endpoint {
    tls = tls == null ? Tls.PREFERRED : tls;
    password = password == null ? "" : password;
    faults(host, port, database, user).entrySet().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault.getKey() + ": " + fault.getValue());
            });
  }

  /** What will not do, by setting; empty where all will. */
  public static Map<String, String> faults(String host, int port, String database, String user) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (host == null || host.length() > 255 || !HOST.matcher(host).matches()) {
      faults.put("host", "a host name or an address, such as db.example.org or 127.0.0.1");
    }
    if (port < 1 || port > 65535) {
      faults.put("port", "a number from 1 to 65535; MySQL's own is 3306");
    }
    if (database == null
        || database.isBlank()
        || database.length() > LONGEST_NAME
        || database.indexOf('\0') >= 0) {
      faults.put("database", "the name of a database, at most " + LONGEST_NAME + " characters");
    }
    if (user == null || user.isBlank()) {
      faults.put("user", "the name of an account on the server");
    }
    return faults;
  }

  /** How messages name it: "eduroam_08 @ db.example.org:3306". */
  public String place() {
    return database + " @ " + server();
  }

  public String server() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public String toString() {
    return user + " at " + place();
  }
}
