package org.fixtureferry.crossing.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;

/** Crossings that a fresh console begins with: those of the demo. */
@Singleton
public class FirstCrossings {
  /** Left here by whoever starts the console: its beans are made by Quarkus, without arguments. */
  private static final List<Wanted> WANTED = new CopyOnWriteArrayList<>();

  private final Crossings crossings;

  FirstCrossings(Crossings crossings) {
    this.crossings = crossings;
  }

  /** A crossing whose connection form is filled in already. */
  public record Wanted(String name, String profile, Endpoint source, Endpoint target) {}

  /** Asks for a crossing before the console starts; the last one stands on top of its list. */
  public static void want(Wanted crossing) {
    WANTED.add(crossing);
  }

  void started(@Observes StartupEvent event) {
    WANTED.forEach(this::make);
  }

  private void make(Wanted wanted) {
    SavedCrossing made = crossings.create(wanted.name(), wanted.profile());
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.set("source", withPassword(wanted.source()));
    settings.set("target", withPassword(wanted.target()));
    crossings.change(made.id(), Station.CONNECT, settings);
  }

  private static ObjectNode withPassword(Endpoint endpoint) {
    ObjectNode tree = Json.MAPPER.valueToTree(endpoint);
    return tree.put("password", endpoint.password());
  }
}
