package org.fixtureferry.console;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.fixtureferry.connect.sandbox.SandboxServer;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.Worker;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;
import org.fixtureferry.servers.Samples;
import org.fixtureferry.servers.Servers;

/** A crossing of the small sample between two real servers, its stations run one by one. */
final class RealCrossing {
  final String id;
  final String source;
  final String target;
  private final Crossings crossings;
  private final Worker worker;

  private RealCrossing(
      String id, String source, String target, Crossings crossings, Worker worker) {
    this.id = id;
    this.source = source;
    this.target = target;
    this.crossings = crossings;
    this.worker = worker;
  }

  /** Up to the ordered fixture. */
  static RealCrossing reordered(Crossings crossings, Worker worker) throws SQLException {
    RealCrossing crossing =
        new RealCrossing(
            crossings.create("The evening", "djnro-0.8").id(),
            Samples.smallLegacy(Servers.legacy()),
            Servers.freshDatabase(Servers.newHost(), "pages"),
            crossings,
            worker);
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.set("source", endpoint(Servers.legacy(), crossing.source));
    settings.set("target", endpoint(Servers.newHost(), crossing.target));
    crossings.change(crossing.id, Station.CONNECT, settings);
    crossing.run(Station.CONNECT);
    crossing.run(Station.PREPARE);
    crossing.exportAgain();
    return crossing;
  }

  void exportAgain() {
    run(Station.EXPORT);
    run(Station.REORDER);
  }

  void run(Station station) {
    worker.start(crossings.require(id), station, Optional.empty());
    ended();
  }

  void review() {
    worker.review(crossings.require(id));
    ended();
  }

  void ended() {
    await().atMost(Duration.ofMinutes(2)).until(() -> worker.running(id).isEmpty());
  }

  void atSource(String sql) throws SQLException {
    Servers.run(Servers.legacy(), source, sql);
  }

  void atTarget(String sql) throws SQLException {
    Servers.run(Servers.newHost(), target, sql);
  }

  String page(String rest) {
    return "/crossings/" + id + "/" + rest;
  }

  String api(String rest) {
    return "/api/v1/crossings/" + id + "/" + rest;
  }

  /** A server's settings as Connect keeps them. */
  static ObjectNode endpoint(SandboxServer server, String database) {
    return Json.MAPPER
        .createObjectNode()
        .put("host", server.host())
        .put("port", server.port())
        .put("database", database)
        .put("user", server.user())
        .put("password", server.password())
        .put("tls", "disabled");
  }
}
