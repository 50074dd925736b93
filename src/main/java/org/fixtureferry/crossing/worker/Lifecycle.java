package org.fixtureferry.crossing.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What the worker does when the program starts and ends. */
@Singleton
class Lifecycle {
  private final Worker worker;
  private final HandIn handIn;

  Lifecycle(Worker worker, HandIn handIn) {
    this.worker = worker;
    this.handIn = handIn;
  }

  void started(@Observes StartupEvent event) {
    handIn.sweep();
    worker.markInterrupted();
  }

  void ending(@Observes ShutdownEvent event) {
    worker.stop();
  }
}
