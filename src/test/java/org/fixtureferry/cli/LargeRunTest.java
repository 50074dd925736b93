package org.fixtureferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fixtureferry.connect.sandbox.SampleDatabase;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeRunTest {
  private static final int INSTITUTIONS = 2_800;

  private final SandboxServer server = Servers.newHost();

  @TempDir Path folder;

  /** {@link Ferry} gives every run 256 MB; the fixture alone takes about 40. */
  @Test
  void carriesAHundredThousandObjectsInLittleMemory() throws Exception {
    String name = Servers.freshDatabase(server, "old");
    Servers.run(server, "", "DROP DATABASE " + name);
    SampleDatabase.create(server, Samples.DJNRO, name, INSTITUTIONS);
    Endpoint source = Samples.endpoint(server, name);
    Endpoint target = Samples.endpoint(server, Servers.freshDatabase(server, "new"));
    String plan = Plans.write(folder, source, target).toString();

    Ferry.Outcome outcome =
        new Ferry(folder, Plans.passwords(source, target))
            .run("migrate", "--plan", plan, "--out", folder.resolve("result").toString());

    assertThat(outcome.status()).as(outcome.told()).isZero();
    assertThat(outcome.out()).contains("GREEN").containsPattern("1\\d\\d,\\d{3} objects");
    assertThat(Files.size(folder.resolve("result/fixture.json"))).isGreaterThan(30_000_000);
  }
}
