package org.fixtureferry.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.ConnectionFailure.Setting;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;

class ConnectionFailureTest {
  private final SandboxServer server = Servers.legacy();

  @Test
  void namesTheSettingToLookAtFirst() {
    String user = server.user();
    String password = server.password();
    int port = server.port();
    assertThat(setting(server.host(), port, "mysql", user, "wrong", Tls.PREFERRED))
        .isEqualTo(Setting.PASSWORD);
    assertThat(setting(server.host(), port, "nowhere", user, password, Tls.PREFERRED))
        .isEqualTo(Setting.DATABASE);
    assertThat(setting(server.host(), 1, "mysql", user, password, Tls.PREFERRED))
        .isEqualTo(Setting.PORT);
    assertThat(setting("no-such-host.invalid", port, "mysql", user, password, Tls.PREFERRED))
        .isEqualTo(Setting.HOST);
    assertThat(setting(server.host(), port, "mysql", user, password, Tls.REQUIRED))
        .isEqualTo(Setting.TLS);
  }

  @Test
  void saysThatAServerOffersNoTls() {
    ConnectionFailure failure =
        failure(
            server.host(), server.port(), "mysql", server.user(), server.password(), Tls.REQUIRED);
    assertThat(failure.reason()).startsWith("no TLS that both sides accept (tls: required)");
    assertThat(failure).hasMessageStartingWith("Connecting to the source 127.0.0.1:");
  }

  private static Setting setting(
      String host, int port, String database, String user, String password, Tls tls) {
    return failure(host, port, database, user, password, tls).setting();
  }

  private static ConnectionFailure failure(
      String host, int port, String database, String user, String password, Tls tls) {
    Database there = Database.source(new Endpoint(host, port, database, user, password, tls));
    return catchThrowableOfType(
        ConnectionFailure.class,
        () -> {
          there.open().close();
        });
  }
}
