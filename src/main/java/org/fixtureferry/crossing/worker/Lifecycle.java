package org.fixtureferry.crossing.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What the worker does when the program starts and ends. */
@Singleton
class Lifecycle {
  private final Worker worker;

  Lifecycle(Worker worker) {
    this.worker = worker;
  }

  void started(@Observes StartupEvent event) {
    worker.markInterrupted();
  }

  void ending(@Observes ShutdownEvent event) {
    worker.stop();
  }
}
