package org.fixtureferry.mysql;

/** An account of a server, as it stands in its books: a user and where that user comes from. */
public record Account(String user, String host) {

  /** Reads what CURRENT_USER() answers; only the last @ parts user and host. */
  public static Account parse(String currentUser) {
    int at = currentUser.lastIndexOf('@');
    return at < 0
        ? new Account(currentUser, "%")
        : new Account(currentUser.substring(0, at), currentUser.substring(at + 1));
  }

  /** As GRANT names it: 'reader'@'10.0.0.7'. */
  public String quoted() {
    return Identifier.literal(user) + "@" + Identifier.literal(host);
  }

  @Override
  public String toString() {
    return user + "@" + host;
  }
}
