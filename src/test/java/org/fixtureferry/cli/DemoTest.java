package org.fixtureferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo, with a database server of its own that must be gone afterwards. */
class DemoTest {
  @TempDir Path folder;

  @Test
  @Timeout(180)
  void migratesASampleAndStopsItsServer() throws Exception {
    try (Ferry.Running demo = demo("2")) {
      Set<ProcessHandle> servers = new HashSet<>();
      while (demo.process().isAlive()) {
        demo.process().descendants().forEach(servers::add);
        Thread.sleep(20);
      }
      Ferry.Outcome outcome = demo.await();

      assertThat(outcome.status()).as(outcome.told()).isZero();
      assertThat(outcome.out()).contains("GREEN", "Report: ");
      assertThat(servers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  @Timeout(180)
  void aDirtySampleStopsBeforeAnythingIsWritten() throws Exception {
    Ferry ferry = new Ferry(folder, Map.of());
    try (Ferry.Running demo = ferry.start("demo", "--run", "--dirty", "--institutions", "2")) {
      Ferry.Outcome outcome = demo.await();

      assertThat(outcome.status()).as(outcome.told()).isEqualTo(1);
      assertThat(outcome.out())
          .contains("orphan-foreign-key", "zero-date", "duplicate-key", "stopped at connect")
          .doesNotContain("2 Prepare");
    }
  }

  @Test
  void ctrlCStopsItsServerToo() throws Exception {
    try (Ferry.Running demo = demo("700")) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!Files.readString(demo.out()).contains("3 Export")) {
        assertThat(demo.process().isAlive()).isTrue();
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(20);
      }
      List<ProcessHandle> servers = demo.process().descendants().toList();
      assertThat(servers).isNotEmpty();

      demo.interrupt();
      Ferry.Outcome outcome = demo.await();

      assertThat(outcome.status()).as(outcome.told()).isEqualTo(1);
      assertThat(outcome.err()).contains("Cancelled").doesNotContain("\tat ");
      assertThat(servers).noneMatch(ProcessHandle::isAlive);
    }
  }

  private Ferry.Running demo(String institutions) {
    return new Ferry(folder, Map.of()).start("demo", "--run", "--institutions", institutions);
  }
}
