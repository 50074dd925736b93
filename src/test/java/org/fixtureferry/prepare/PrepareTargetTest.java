package org.fixtureferry.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.django.Table;
import org.fixtureferry.mysql.Catalog;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.FirstRows;
import org.fixtureferry.mysql.SchemaComparison;
import org.fixtureferry.mysql.Tls;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.servers.SampleDatabases;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrepareTargetTest {
  private static final Profile PROFILE = Profiles.bundled("djnro-0.8");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static String sample;

  /** The two kinds of new host that the tests have. */
  enum Host {
    MYSQL_5_5,
    MARIADB_11;

    SandboxServer server() {
      return switch (this) {
        case MYSQL_5_5 -> Servers.legacy();
        case MARIADB_11 -> Servers.newHost();
      };
    }
  }

  @BeforeAll
  static void loadTheSample() throws SQLException {
    sample = SampleDatabases.load(Servers.legacy(), "prepare_src", "boot-08-myisam.sql");
  }

  @ParameterizedTest
  @EnumSource
  void makesWhatTheApplicationsOwnCommandsMake(Host host) throws Exception {
    String database = missing();

    PrepareResult result = prepare(host, database);

    assertThat(result.good()).isTrue();
    assertThat(result.databaseCreated()).isTrue();
    assertThat(result.tablesCreated()).hasSize(PROFILE.tables().size());
    assertThat(result.foreignKeysCreated()).isEqualTo(37);
    assertThat(result.summary()).contains("37 foreign keys");
    assertEqualsTheRealOne(host, database);
    assertThat(
            SampleDatabases.rows(
                host.server(),
                database,
                "SELECT @@collation_database, COUNT(*), SUM(engine = 'InnoDB') FROM information_schema.tables WHERE table_schema = DATABASE()"))
        .first()
        .satisfies(row -> assertThat(row.get(0)).matches("utf8(mb3)?_unicode_ci"))
        .satisfies(row -> assertThat(row.get(1)).isEqualTo(row.get(2)));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRunChangesNothing(Host host) throws Exception {
    String database = missing();
    prepare(host, database);
    Map<String, Long> writes = SampleDatabases.writes(host.server());
    Map<String, String> before = checksums(host, database);

    PrepareResult again = prepare(host, database);

    assertThat(again.statements()).isEmpty();
    assertThat(again.good()).isTrue();
    assertThat(checksums(host, database)).isEqualTo(before);
    assertThat(SampleDatabases.writes(host.server())).isEqualTo(writes);
  }

  @Test
  void aSecondRunLeavesLoadedRowsAlone() throws Exception {
    String database = missing();
    prepare(Host.MARIADB_11, database);
    sql(Host.MARIADB_11, database, "UPDATE django_site SET domain = 'eduroam.gr'");
    sql(Host.MARIADB_11, database, "DELETE FROM south_migrationhistory");
    Map<String, String> before = checksums(Host.MARIADB_11, database);

    prepare(Host.MARIADB_11, database);

    assertThat(checksums(Host.MARIADB_11, database)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aPlanChangesNothingAndItsTextMakesTheSameDatabase(Host host) throws Exception {
    String database = missing();
    PrepareTarget station = station(host, database, PrepareSettings.CAREFUL);

    String script = station.script();

    assertThat(station.plan().ownership()).isEqualTo(Ownership.MISSING);
    assertThat(databases(host)).doesNotContain(database);
    Servers.run(host.server(), "", script);
    assertEqualsTheRealOne(host, database);
    assertThat(station.run(ProgressListener.NO_OP, new Cancellation()).statements()).isEmpty();
    assertThat(marks(host, database))
        .extracting(FerryMark.Entry::step)
        .containsExactly("preparing", "prepared");
    assertThat(marks(host, database).get(0).time()).isEqualTo(CLOCK.instant());
  }

  @Test
  void writesSouthsHistoryAsOfNow() throws Exception {
    String database = missing();
    prepare(Host.MARIADB_11, database);

    assertThat(
            SampleDatabases.rows(
                Servers.newHost(),
                database,
                "SELECT COUNT(*), MIN(applied), MAX(applied) FROM south_migrationhistory"))
        .containsExactly(List.of("45", "2026-01-02 03:04:05", "2026-01-02 03:04:05"));
  }

  @Test
  void refusesATargetThatHoldsSomethingElse() throws Exception {
    String database = foreign();
    Map<String, String> before = checksums(Host.MARIADB_11, database);

    assertThatThrownBy(() -> prepare(Host.MARIADB_11, database))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("auth_user (2 rows)")
        .hasMessageContaining("other (0 rows)")
        .hasMessageContaining("view v_other")
        .hasMessageContaining("--overwrite " + database);
    assertThat(station(Host.MARIADB_11, database, PrepareSettings.CAREFUL).plan().refusal())
        .contains("not empty");
    assertThat(checksums(Host.MARIADB_11, database)).isEqualTo(before);
  }

  @Test
  void refusesAWrongNameToOverwrite() throws Exception {
    String database = foreign();
    Map<String, String> before = checksums(Host.MARIADB_11, database);

    assertThatThrownBy(
            () -> station(Host.MARIADB_11, database, new PrepareSettings("another")).plan())
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("another")
        .hasMessageContaining("not the target");
    assertThat(checksums(Host.MARIADB_11, database)).isEqualTo(before);
  }

  @Test
  void overwritesTheTablesThatItListedAndLeavesViews() throws Exception {
    String database = foreign();

    PrepareResult result =
        station(Host.MARIADB_11, database, new PrepareSettings(database))
            .run(ProgressListener.NO_OP, new Cancellation());

    assertThat(result.tablesDropped()).containsExactlyInAnyOrder("auth_user", "other");
    assertThat(result.findings()).anyMatch(each -> each.text().contains("View v_other"));
    sql(Host.MARIADB_11, database, "DROP VIEW v_other");
    assertEqualsTheRealOne(Host.MARIADB_11, database);
  }

  @Test
  void isNotOursWhenMadeForAnotherSource() throws Exception {
    String database = missing();
    prepare(Host.MARIADB_11, database);
    String other = SampleDatabases.load(Servers.legacy(), "other_src", "boot-08-myisam.sql");

    assertThatThrownBy(
            () ->
                new PrepareTarget(
                        PROFILE,
                        SampleDatabases.source(Servers.legacy(), other),
                        SampleDatabases.target(Servers.newHost(), database),
                        PrepareSettings.CAREFUL,
                        CLOCK)
                    .run(ProgressListener.NO_OP, new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("it was prepared for 127.0.0.1:")
        .hasMessageContaining("/" + sample + " (djnro-0.8)");
  }

  @ParameterizedTest
  @EnumSource
  void finishesARunThatWasBrokenOff(Host host) throws Exception {
    String database = missing();
    Cancellation half = new Cancellation();
    List<String> made = new ArrayList<>();

    assertThatThrownBy(
            () ->
                station(host, database, PrepareSettings.CAREFUL)
                    .run(
                        progress -> {
                          if (progress.done() == 18) {
                            half.request();
                          }
                          made.add(progress.phase());
                        },
                        half))
        .isInstanceOf(Cancellation.Cancelled.class);
    assertThat(marks(host, database))
        .extracting(FerryMark.Entry::step)
        .containsExactly("preparing");
    PrepareResult second = prepare(host, database);

    assertThat(second.tablesCreated()).hasSizeBetween(15, 20);
    assertEqualsTheRealOne(host, database);
    assertThat(prepare(host, database).statements()).isEmpty();
  }

  @Test
  void finishesARunThatBrokeOffBeforeTheRows() throws Exception {
    String database = missing();
    prepare(Host.MARIADB_11, database);
    sql(Host.MARIADB_11, database, "DELETE FROM fixture_ferry WHERE step = 'prepared'");
    for (String table : FirstRows.of(PROFILE, CLOCK).keySet()) {
      sql(Host.MARIADB_11, database, "SET FOREIGN_KEY_CHECKS=0;\nTRUNCATE " + table + ";");
    }

    PrepareResult result = prepare(Host.MARIADB_11, database);

    assertThat(result.tablesCreated()).isEmpty();
    assertThat(result.rowsCreated()).isEqualTo(88 + 29 + 1 + 45);
    assertEqualsTheRealOne(Host.MARIADB_11, database);
  }

  @Test
  void makesAgainATableThatWasDropped() throws Exception {
    String database = missing();
    prepare(Host.MARIADB_11, database);
    sql(Host.MARIADB_11, database, "DROP TABLE south_migrationhistory");

    PrepareResult result = prepare(Host.MARIADB_11, database);

    assertThat(result.tablesCreated()).containsExactly("south_migrationhistory");
    assertThat(result.rows()).containsOnlyKeys("south_migrationhistory");
    assertEqualsTheRealOne(Host.MARIADB_11, database);
    assertThat(prepare(Host.MARIADB_11, database).statements()).isEmpty();
  }

  @Test
  void stopsAtATableThatIsNotAsItShouldBe() throws Exception {
    String database = missing();
    prepare(Host.MARIADB_11, database);
    sql(Host.MARIADB_11, database, "ALTER TABLE django_session ENGINE=MyISAM");
    sql(Host.MARIADB_11, database, "ALTER TABLE auth_user DROP COLUMN last_name");
    Map<String, String> before = checksums(Host.MARIADB_11, database);

    PrepareResult result = prepare(Host.MARIADB_11, database);

    assertThat(result.good()).isFalse();
    assertThat(result.findings().stream().filter(Finding::stops))
        .extracting(Finding::table)
        .containsExactly("django_session", "auth_user");
    assertThat(result.findings())
        .anyMatch(each -> each.text().contains("the engine is MyISAM"))
        .anyMatch(each -> "last_name".equals(each.column()))
        .allMatch(each -> each.text().contains("--overwrite " + database));
    assertThat(result.statements()).isEmpty();
    assertThat(checksums(Host.MARIADB_11, database)).isEqualTo(before);

    station(Host.MARIADB_11, database, new PrepareSettings(database))
        .run(ProgressListener.NO_OP, new Cancellation());
    assertEqualsTheRealOne(Host.MARIADB_11, database);
  }

  @Test
  void doesNotDropOursOnAWordThatIsNotNeeded() throws Exception {
    String database = missing();
    prepare(Host.MARIADB_11, database);

    PrepareResult result =
        station(Host.MARIADB_11, database, new PrepareSettings(database))
            .run(ProgressListener.NO_OP, new Cancellation());

    assertThat(result.statements()).isEmpty();
  }

  @Test
  void lengthsFollowTheSource() throws Exception {
    String source = SampleDatabases.load(Servers.legacy(), "lengths", "boot-08-myisam.sql");
    sql(Host.MYSQL_5_5, source, "ALTER TABLE auth_user MODIFY first_name varchar(60) NOT NULL");
    sql(Host.MYSQL_5_5, source, "ALTER TABLE auth_user MODIFY last_name varchar(20) NOT NULL");
    sql(Host.MYSQL_5_5, source, "ALTER TABLE auth_user MODIFY email longtext NOT NULL");
    String database = missing();

    PrepareResult result =
        new PrepareTarget(
                PROFILE,
                SampleDatabases.source(Servers.legacy(), source),
                SampleDatabases.target(Servers.newHost(), database),
                PrepareSettings.CAREFUL,
                CLOCK)
            .run(ProgressListener.NO_OP, new Cancellation());

    Table users = schema(Host.MARIADB_11, database).get("auth_user");
    assertThat(users.column("first_name").orElseThrow().type()).isEqualTo("varchar(60)");
    assertThat(users.column("last_name").orElseThrow().type()).isEqualTo("varchar(20)");
    assertThat(users.column("email").orElseThrow().type()).isEqualTo("varchar(75)");
    assertThat(result.findings())
        .extracting(Finding::check, Finding::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("length", "first_name"),
            org.assertj.core.groups.Tuple.tuple("length", "last_name"));
  }

  @ParameterizedTest
  @EnumSource
  void aLengthThatNoKeyCanHoldStops(Host host) throws Exception {
    String source = SampleDatabases.load(Servers.legacy(), "lengths", "boot-08-myisam.sql");
    sql(
        Host.MYSQL_5_5,
        source,
        "ALTER TABLE auth_user DROP KEY username, MODIFY username varchar(300) NOT NULL");
    String database = missing();

    PrepareResult result =
        new PrepareTarget(
                PROFILE,
                SampleDatabases.source(Servers.legacy(), source),
                SampleDatabases.target(host.server(), database),
                PrepareSettings.CAREFUL,
                CLOCK)
            .run(ProgressListener.NO_OP, new Cancellation());

    switch (host) {
      case MARIADB_11 -> {
        assertThat(result.good()).isTrue();
        assertThat(schema(host, database).get("auth_user").column("username").orElseThrow().type())
            .isEqualTo("varchar(300)");
      }
      case MYSQL_5_5 -> {
        Finding finding =
            result.findings().stream().filter(Finding::stops).findFirst().orElseThrow();
        assertThat(finding.check()).isEqualTo("key-length");
        assertThat(finding.text())
            .contains("auth_user.username is varchar(300) at the source")
            .contains("the profile has varchar(255)")
            .contains("at most 255 characters");
        assertThat(databases(host)).doesNotContain(database);
      }
    }
  }

  @Test
  void aColumnOfOurLimitsReallyFits() throws Exception {
    // The limit that the finding names is one that MySQL 5.5 takes, and one more it does not.
    Servers.run(
        Servers.legacy(),
        Servers.freshDatabase(Servers.legacy(), "limit"),
        "CREATE TABLE a (b varchar(255) CHARACTER SET utf8, UNIQUE KEY (b)) ENGINE=InnoDB;");
    try (Connection connection = SampleDatabases.target(Servers.legacy(), "x").openServer()) {
      KeyLimits limits = KeyLimits.of(connection, "utf8");
      assertThat(limits).isEqualTo(new KeyLimits(767, 3072, 3));
    }
    try (Connection connection = SampleDatabases.target(Servers.newHost(), "x").openServer()) {
      assertThat(KeyLimits.of(connection, "utf8")).isEqualTo(new KeyLimits(3072, 3072, 3));
      assertThat(KeyLimits.of(connection, "utf8mb4").character()).isEqualTo(4);
    }
  }

  @Test
  void offersTheApplicationsOwnAccount() throws Exception {
    sql(Host.MYSQL_5_5, "", "CREATE USER 'djnro'@'10.0.0.7' IDENTIFIED BY 'app-pass'");
    sql(
        Host.MYSQL_5_5,
        "",
        "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON `"
            + sample.replace("_", "\\_")
            + "`.* TO 'djnro'@'10.0.0.7'");
    String database = missing();

    PreparePlan plan = station(Host.MARIADB_11, database, PrepareSettings.CAREFUL).plan();

    assertThat(plan.accounts())
        .extracting(OfferedAccount::account)
        .containsExactly("djnro@10.0.0.7");
    assertThat(plan.accounts().get(0).statements())
        .containsExactly(
            "CREATE USER 'djnro'@'10.0.0.7' IDENTIFIED BY '<choose a password>';",
            "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON `"
                + database.replace("_", "\\_")
                + "`.* TO 'djnro'@'10.0.0.7';");
    assertThat(plan.accountsNote()).contains("root@");
    String json = Json.MAPPER.writeValueAsString(plan);
    assertThat(json).doesNotContain("app-pass").doesNotContainPattern("\\*[0-9A-F]{40}");
  }

  @Test
  void saysWhenItMayNotKnowTheAccounts() throws Exception {
    Database reader = account(Servers.legacy(), "plain_reader", "SELECT ON " + sample + ".*");
    Database application =
        account(Servers.legacy(), "application", "SELECT, INSERT, DELETE ON " + sample + ".*");
    Database target = SampleDatabases.target(Servers.newHost(), missing());

    PreparePlan plan =
        new PrepareTarget(PROFILE, reader, target, PrepareSettings.CAREFUL, CLOCK).plan();
    assertThat(plan.accounts()).isEmpty();
    assertThat(plan.accountsNote()).contains("plain_reader@127.0.0.1 may not read mysql.db");

    PreparePlan own =
        new PrepareTarget(PROFILE, application, target, PrepareSettings.CAREFUL, CLOCK).plan();
    assertThat(own.accounts().get(0).statements().get(1))
        .startsWith("GRANT DELETE, INSERT, SELECT ON");
  }

  @ParameterizedTest
  @EnumSource
  void theGrantsOfTheSurveySuffice(Host host) throws Exception {
    String database = missing();
    Endpoint ferry = ferry(host, "ferry_" + database, database);
    org.fixtureferry.connect.Probe asked =
        new org.fixtureferry.connect.ProbeServer(
                Database.target(ferry), org.fixtureferry.mysql.LockMode.TABLES)
            .run();
    assertThat(asked.lacking()).contains("CREATE", "INSERT");
    assertThatThrownBy(
            () ->
                new PrepareTarget(
                        PROFILE, source(), Database.target(ferry), PrepareSettings.CAREFUL, CLOCK)
                    .run(ProgressListener.NO_OP, new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("the account may not do this")
        .hasMessageContaining("GRANT lines");

    Servers.run(host.server(), "", String.join("\n", asked.grants()));
    PrepareResult result =
        new PrepareTarget(PROFILE, source(), Database.target(ferry), PrepareSettings.CAREFUL, CLOCK)
            .run(ProgressListener.NO_OP, new Cancellation());

    assertThat(result.good()).isTrue();
    assertEqualsTheRealOne(host, database);
  }

  @Test
  void refusesTheSourceAsTarget() {
    Endpoint again =
        new Endpoint(
            "localhost",
            Servers.legacy().port(),
            sample,
            Servers.legacy().user(),
            Servers.legacy().password(),
            Tls.PREFERRED);

    assertThatThrownBy(
            () ->
                new PrepareTarget(
                        PROFILE,
                        source(),
                        Database.target(again),
                        new PrepareSettings(sample),
                        CLOCK)
                    .run(ProgressListener.NO_OP, new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("the source itself");
  }

  @Test
  void saysHowFarItCameWhenAStatementFails() throws Exception {
    String database = missing();

    assertThatThrownBy(
            () ->
                station(Host.MARIADB_11, database, PrepareSettings.CAREFUL)
                    .run(
                        progress -> {
                          if ("auth_group".equals(progress.subject())) {
                            getInTheWay(database);
                          }
                        },
                        new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("table south_migrationhistory: it exists already")
        .hasMessageContaining("36 of 37 tables were made; prepare again");

    sql(Host.MARIADB_11, database, "DROP TABLE south_migrationhistory");
    assertThat(prepare(Host.MARIADB_11, database).tablesCreated())
        .containsExactly("south_migrationhistory");
    assertEqualsTheRealOne(Host.MARIADB_11, database);
  }

  private static void getInTheWay(String database) {
    try {
      sql(Host.MARIADB_11, database, "CREATE TABLE south_migrationhistory (id int)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aServerThatMakesSomethingElseIsAFailure() {
    String database = missing();

    assertThatThrownBy(
            () ->
                station(Host.MARIADB_11, database, PrepareSettings.CAREFUL)
                    .run(
                        progress -> {
                          if (progress.phase().startsWith("Checking")) {
                            substitute(database);
                          }
                        },
                        new Cancellation()))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("something else than it was told")
        .hasMessageContaining("django_session of the target is not as it should be: the engine");
  }

  private static void substitute(String database) {
    try {
      sql(Host.MARIADB_11, database, "ALTER TABLE django_session ENGINE=MyISAM");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aViewInTheWayStops() throws Exception {
    String database = Servers.freshDatabase(Servers.newHost(), "view");
    sql(Host.MARIADB_11, database, "CREATE VIEW django_site AS SELECT 1 AS id");

    PrepareResult result =
        station(Host.MARIADB_11, database, new PrepareSettings(database))
            .run(ProgressListener.NO_OP, new Cancellation());

    assertThat(result.good()).isFalse();
    assertThat(result.findings()).anyMatch(each -> each.text().contains("view django_site"));
    assertThat(result.statements()).isEmpty();
  }

  @Test
  void itsResultIsReadBackFromJson() throws Exception {
    PrepareResult result = prepare(Host.MARIADB_11, missing());

    assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(result), PrepareResult.class))
        .isEqualTo(result);
  }

  private static PrepareResult prepare(Host host, String database) {
    return station(host, database, PrepareSettings.CAREFUL)
        .run(ProgressListener.NO_OP, new Cancellation());
  }

  private static PrepareTarget station(Host host, String database, PrepareSettings settings) {
    return new PrepareTarget(
        PROFILE, source(), SampleDatabases.target(host.server(), database), settings, CLOCK);
  }

  private static Database source() {
    return SampleDatabases.source(Servers.legacy(), sample);
  }

  private static String missing() {
    return "made_" + NAMES.incrementAndGet();
  }

  private static String foreign() throws SQLException {
    String database = Servers.freshDatabase(Servers.newHost(), "foreign");
    Servers.run(
        Servers.newHost(),
        database,
        """
        CREATE TABLE auth_user (id int PRIMARY KEY) ENGINE=InnoDB;
        INSERT INTO auth_user VALUES (1), (2);
        CREATE TABLE other (u int, FOREIGN KEY (u) REFERENCES auth_user (id)) ENGINE=InnoDB;
        CREATE VIEW v_other AS SELECT 1 AS one;
        """);
    return database;
  }

  private static Endpoint ferry(Host host, String user, String database) throws SQLException {
    SandboxServer server = host.server();
    Servers.run(server, "", "CREATE USER '" + user + "'@'127.0.0.1' IDENTIFIED BY 'pass'");
    return new Endpoint(server.host(), server.port(), database, user, "pass", Tls.PREFERRED);
  }

  private static Database account(SandboxServer server, String user, String grant)
      throws SQLException {
    String account = "'" + user + "'@'127.0.0.1'";
    Servers.run(server, "", "CREATE USER " + account + " IDENTIFIED BY 'pass'");
    Servers.run(server, "", "GRANT " + grant + " TO " + account);
    return Database.source(
        new Endpoint(server.host(), server.port(), sample, user, "pass", Tls.PREFERRED));
  }

  private static void sql(Host host, String database, String sql) throws SQLException {
    Servers.run(host.server(), database, sql);
  }

  /** The schema both ways, and the first rows, against what syncdb and South made. */
  private static void assertEqualsTheRealOne(Host host, String database) throws SQLException {
    String schema = Servers.freshDatabase(host.server(), "real");
    sql(host, schema, "SET FOREIGN_KEY_CHECKS=0;\n" + SampleDatabases.text("schema-08-innodb.sql"));
    Map<String, Table> expected = schema(host, schema);
    Map<String, Table> actual = schema(host, database);
    actual.remove(FerryMark.TABLE);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    for (String table : expected.keySet()) {
      assertThat(SchemaComparison.compare(expected.get(table), actual.get(table))).isEmpty();
      assertThat(SchemaComparison.compare(actual.get(table), expected.get(table))).isEmpty();
    }
    String rows = SampleDatabases.load(host.server(), "real", "boot-08-innodb.sql");
    for (String table : expected.keySet()) {
      String columns = table.equals("south_migrationhistory") ? "id, app_name, migration" : "*";
      String select = "SELECT " + columns + " FROM " + table + " ORDER BY 1";
      assertThat(SampleDatabases.rows(host.server(), database, select))
          .as(table)
          .isEqualTo(SampleDatabases.rows(host.server(), rows, select));
    }
    sql(host, "", "DROP DATABASE " + schema);
    sql(host, "", "DROP DATABASE " + rows);
  }

  private static Map<String, Table> schema(Host host, String database) throws SQLException {
    try (Connection connection = Servers.connect(host.server(), database)) {
      return Catalog.schema(connection, database);
    }
  }

  private static List<FerryMark.Entry> marks(Host host, String database) throws SQLException {
    try (Connection connection = Servers.connect(host.server(), "")) {
      return FerryMark.read(connection, database);
    }
  }

  private static List<String> databases(Host host) throws SQLException {
    return SampleDatabases.rows(host.server(), "", "SHOW DATABASES").stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** Rows and times of change of every table. */
  private static Map<String, String> checksums(Host host, String database) throws SQLException {
    Map<String, String> checksums = new TreeMap<>();
    for (List<String> table :
        SampleDatabases.rows(
            host.server(),
            database,
            "SELECT table_name, create_time, auto_increment FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")) {
      checksums.put(
          table.get(0),
          table
              + SampleDatabases.rows(host.server(), database, "CHECKSUM TABLE " + table.get(0))
                  .toString());
    }
    return checksums;
  }
}
