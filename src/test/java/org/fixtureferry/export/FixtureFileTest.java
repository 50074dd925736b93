package org.fixtureferry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.fixture.FixtureWriter;
import org.fixtureferry.fixture.Gzip;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.StationFailure;
import org.fixtureferry.servers.Contents;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture as a file: its looks, its place, who may read it. */
class FixtureFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SandboxServer server = Servers.legacy();

  @TempDir Path folder;

  @Test
  void isReadableByItsOwnerOnly() throws Exception {
    Path file = export(Samples.smallLegacy(server), 4, true);
    Gzip.beside(file);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(
              each ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void hasATwinThatIsCompressed() throws Exception {
    Path file = export(Samples.smallLegacy(server), 4, true);

    Path compressed = Gzip.beside(file);

    assertThat(compressed.getFileName().toString()).isEqualTo("fixture.json.gz");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(file));
    }
  }

  @Test
  void isDescribedBesideItself() throws Exception {
    Path file = export(Samples.smallLegacy(server), 4, true);

    FixtureMeta meta = FixtureMeta.readBeside(file).orElseThrow();

    byte[] bytes = Files.readAllBytes(file);
    assertThat(meta.sha256())
        .isEqualTo(
            HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(meta.objects()).isEqualTo(1_075);
    assertThat(meta.ranges())
        .allSatisfy(
            range -> {
              assertThat(bytes[(int) range.from()]).isEqualTo((byte) '{');
              assertThat(bytes[(int) range.to() - 1]).isEqualTo((byte) '}');
            });
  }

  @Test
  void holdsTheSameObjectsHoweverItLooks() throws Exception {
    String database = Samples.smallLegacy(server);
    JsonNode usual = JSON.readTree(export(database, 4, true).toFile());

    for (int indent : List.of(0, 1, 4)) {
      for (boolean ascii : List.of(true, false)) {
        Path file = export(database, indent, ascii);
        String text = Files.readString(file);
        assertThat(JSON.readTree(text)).isEqualTo(usual);
        assertThat(text.chars().allMatch(c -> c < 128)).isEqualTo(ascii);
        assertThat(text.lines().count() < 1_100).isEqualTo(indent == 0);
      }
    }
  }

  @Test
  void looksAsDjangoWritesIt() throws Exception {
    String text = Files.readString(export(Samples.smallLegacy(server), 4, true));

    assertThat(text)
        .startsWith("[\n    {\n        \"pk\": ")
        .contains("\"fields\": {\n            \"")
        .contains("\n            \"content_type\": [\n                \"edumanage\",\n")
        .endsWith("\n    }\n]\n");
  }

  @Test
  void readsColumnsOfAnotherCharset() throws Exception {
    String database = Samples.smallLegacy(server);
    Servers.run(
        server,
        database,
        "ALTER TABLE edumanage_contact MODIFY contact_name varchar(255) CHARACTER SET latin1 NOT NULL,"
            + " MODIFY contact_phone varchar(80) CHARACTER SET greek NOT NULL;\n"
            + "UPDATE edumanage_contact SET contact_name = 'Zürich €', contact_phone = 'Αθήνα' WHERE id = 1;\n");

    JsonNode contact = object(export(database, 4, true), "edumanage.contact", "1");

    assertThat(contact.get("name").asText()).isEqualTo("Zürich €");
    assertThat(contact.get("phone").asText()).isEqualTo("Αθήνα");
  }

  @Test
  void writesNumbersAndTimesAsPythonDoes() throws Exception {
    String database = Samples.smallLegacy(server);
    Servers.run(
        server,
        database,
        "UPDATE edumanage_serviceloc SET longitude = 0, latitude = 0.00000001, AP_no = 4294967295,"
            + " ts = '1000-01-01 00:00:00' WHERE id = 1;\n"
            + "UPDATE edumanage_serviceloc SET longitude = 0.000001, latitude = -180, ts ="
            + " '9999-12-31 23:59:59' WHERE id = 2;\n");

    Path file = export(database, 4, true);
    JsonNode first = object(file, "edumanage.serviceloc", "1");
    JsonNode second = object(file, "edumanage.serviceloc", "2");

    assertThat(first.get("longitude").asText()).isEqualTo("0E-8");
    assertThat(first.get("latitude").asText()).isEqualTo("1E-8");
    assertThat(first.get("AP_no").isIntegralNumber()).isTrue();
    assertThat(first.get("AP_no").asLong()).isEqualTo(4_294_967_295L);
    assertThat(first.get("ts").asText()).isEqualTo("1000-01-01 00:00:00");
    assertThat(second.get("longitude").asText()).isEqualTo("0.00000100");
    assertThat(second.get("latitude").asText()).isEqualTo("-180.00000000");
    assertThat(second.get("ts").asText()).isEqualTo("9999-12-31 23:59:59");
  }

  /** Nothing holds the file back; the finding holds the load back. */
  @Test
  void writesBytesThatAreNoUtf8AsTheyWereFound() throws Exception {
    String database = Samples.smallLegacy(server);
    Servers.run(
        server,
        database,
        "ALTER TABLE edumanage_contact MODIFY contact_name varbinary(255) NOT NULL;\n"
            + "UPDATE edumanage_contact SET contact_name = x'ff41' WHERE id = 3;\n");

    for (boolean ascii : new boolean[] {true, false}) {
      ExportResult result = result(database, 4, ascii);

      assertThat(result.findings())
          .filteredOn(Finding::stops)
          .extracting(Finding::check, Finding::column, Finding::count)
          .containsExactly(
              org.assertj.core.api.Assertions.tuple("does-not-fit", "contact_name", 1L));
      assertThat(Files.readString(folder.resolve("fixture.json"))).contains("\"\\uDCFFA\"");
      assertThat(FixtureMeta.readBeside(folder.resolve("fixture.json")).orElseThrow().undecided())
          .isEqualTo(1);
    }
  }

  @Test
  void namesWhatTheSourceLacks() throws Exception {
    String database = Samples.smallLegacy(server);
    Servers.run(
        server,
        database,
        "ALTER TABLE edumanage_contact DROP contact_phone;\nDROP TABLE edumanage_realm_contact;\n");

    assertThatThrownBy(() -> export(database, 4, true))
        .isInstanceOf(StationFailure.class)
        .hasMessageContaining("edumanage_contact.contact_phone")
        .hasMessageContaining("edumanage_realm_contact");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fiveThousandRowsTakeNoMoreStatementsThanFifty() throws SQLException {
    String database = Samples.smallLegacy(server);
    long before = Contents.statements(server);
    export(database, 4, true);
    long few = Contents.statements(server) - before;
    StringBuilder rows = new StringBuilder();
    for (int pk = 10_000; pk < 15_000; pk++) {
      rows.append(pk == 10_000 ? "" : ",").append("(").append(pk).append(",'','','')");
    }
    Servers.run(
        server,
        database,
        "INSERT INTO edumanage_contact (id, contact_name, contact_email, contact_phone) VALUES "
            + rows
            + ";\nINSERT INTO edumanage_realm_contact (realm_id, contact_id)"
            + " SELECT 1, id FROM edumanage_contact WHERE id >= 10000;\n");
    before = Contents.statements(server);

    export(database, 4, true);

    // A slow run's heartbeats count too, one every ten seconds.
    assertThat(Contents.statements(server) - before).isLessThan(few + 20).isLessThan(1_000);
  }

  private Path export(String database, int indent, boolean ascii) {
    result(database, indent, ascii);
    return folder.resolve("fixture.json");
  }

  private ExportResult result(String database, int indent, boolean ascii) {
    Path file = folder.resolve("fixture.json");
    return new ExportFixture(
            Samples.DJNRO,
            Samples.source(server, database),
            new ExportSettings(
                Samples.DJNRO.defaultExcludes(),
                new FixtureWriter.Layout(indent, ascii),
                LockMode.TABLES),
            file,
            Clock.systemUTC())
        .run(ProgressListener.NO_OP, new Cancellation());
  }

  private static JsonNode object(Path file, String model, String pk) throws Exception {
    for (JsonNode object : JSON.readTree(file.toFile())) {
      if (object.get("model").asText().equals(model) && object.get("pk").asText().equals(pk)) {
        return object.get("fields");
      }
    }
    throw new AssertionError("no " + model + " " + pk);
  }
}
