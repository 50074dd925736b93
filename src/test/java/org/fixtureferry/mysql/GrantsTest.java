package org.fixtureferry.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrantsTest {
  private static final List<String> WRITES = List.of("INSERT", "UPDATE", "DELETE");

  @Test
  void readsOldServersAndForgetsTheHash() {
    Grants grants =
        grants(
            "GRANT USAGE ON *.* TO 'reader'@'%' IDENTIFIED BY PASSWORD '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19'",
            "GRANT SELECT, LOCK TABLES ON `eduroam\\_08`.* TO 'reader'@'%'");

    assertThat(grants.allows("SELECT", "eduroam_08")).isTrue();
    assertThat(grants.allows("LOCK TABLES", "eduroam_08")).isTrue();
    assertThat(grants.allows("SELECT", "eduroamX08")).isFalse();
    assertThat(grants.allows("INSERT", "eduroam_08")).isFalse();
    assertThat(grants.allowsEverywhere("RELOAD")).isFalse();
    assertThat(grants.printable()).containsExactly("SELECT, LOCK TABLES ON `eduroam\\_08`.*");
  }

  @Test
  void aRightOnTheServerIsOneOnEachDatabase() {
    Grants grants =
        grants(
            "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` IDENTIFIED VIA mysql_native_password USING '*A' WITH GRANT OPTION",
            "GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION");

    assertThat(grants.allows("LOCK TABLES", "any")).isTrue();
    assertThat(grants.allowsEverywhere("RELOAD")).isTrue();
    assertThat(grants.anywhereIn("any", WRITES)).hasSize(3);
  }

  @Test
  void anUnderscoreThatIsNotEscapedIsAWildcard() {
    Grants grants = grants("GRANT SELECT ON `edu_oam%`.* TO 'a'@'b'");

    assertThat(grants.allows("SELECT", "edu-oam_08")).isTrue();
    assertThat(grants.allows("SELECT", "eduoam")).isFalse();
  }

  @Test
  void aRightOnOneTableOrColumnIsNotOneOnTheDatabase() {
    Grants grants =
        grants(
            "GRANT SELECT, INSERT ON `e`.`auth_user` TO 'a'@'b'",
            "GRANT SELECT (id, `na,me`), UPDATE (id) ON `e`.`other` TO 'a'@'b'");

    assertThat(grants.allows("SELECT", "e")).isFalse();
    assertThat(grants.anywhereIn("e", WRITES)).containsExactly("INSERT", "UPDATE");
  }

  @Test
  void knowsPartialRevokesOfMySql8() {
    Grants grants =
        grants(
            "GRANT SELECT, INSERT ON *.* TO `a`@`b`",
            "REVOKE INSERT ON `e`.* FROM `a`@`b`",
            "GRANT APPLICATION_PASSWORD_ADMIN,AUDIT_ADMIN ON *.* TO `a`@`b`",
            "GRANT `role`@`%` TO `a`@`b`");

    assertThat(grants.allows("SELECT", "e")).isTrue();
    assertThat(grants.allows("INSERT", "e")).isFalse();
    assertThat(grants.allows("INSERT", "f")).isTrue();
  }

  @Test
  void quotesAnAccountWhoseUserHoldsAnAt() {
    assertThat(Account.parse("a@b@10.0.0.%").quoted()).isEqualTo("'a@b'@'10.0.0.%'");
  }

  private static Grants grants(String... lines) {
    return new Grants(
        new Account("a", "b"),
        Stream.of(lines).map(Grant::parse).flatMap(Optional::stream).toList());
  }
}
