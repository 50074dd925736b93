package org.fixtureferry.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import org.fixtureferry.connect.sandbox.EmbeddedMariaDb;
import org.fixtureferry.connect.sandbox.SampleDatabase;
import org.fixtureferry.connect.sandbox.SandboxAccount;
import org.fixtureferry.crossing.Crossing;
import org.fixtureferry.crossing.Plan;
import org.fixtureferry.crossing.PlanEndpoint;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.report.StationFailure;

/** The demo's old and new host: one server with a filled source, and an account for each side. */
record DemoSite(
    EmbeddedMariaDb server, Profile profile, SandboxAccount reader, SandboxAccount owner) {

  /** Fills the source. */
  static DemoSite fill(EmbeddedMariaDb server, Profile profile, int institutions) {
    String source = profile.sample().source();
    try {
      SampleDatabase.create(server, profile, source, institutions);
      return new DemoSite(
          server,
          profile,
          SandboxAccount.reader(server, "reader", source),
          SandboxAccount.owner(server, "ferry", profile.sample().target(), rehearsalOf(profile)));
    } catch (SQLException e) {
      throw failure("Filling the sample database", e);
    }
  }

  /** Lets some time pass at the source. */
  void later() {
    try {
      SampleDatabase.later(server, profile, profile.sample().source());
    } catch (SQLException e) {
      throw failure("Changing the sample database", e);
    }
  }

  /** Puts into the source what years on MyISAM leave in one. */
  void soil() {
    try {
      SampleDatabase.soil(server, profile, profile.sample().source());
    } catch (SQLException e) {
      throw failure("Soiling the sample database", e);
    }
  }

  String target() {
    return profile.sample().target();
  }

  /** A second target, for a rehearsal. */
  String rehearsal() {
    return rehearsalOf(profile);
  }

  Crossing crossingTo(String target, Path folder) {
    PlanEndpoint from = planned(profile.sample().source(), reader);
    PlanEndpoint to = planned(target, owner);
    Plan plan = new Plan(profile.name(), from, to, null, null, null, null, null, null, null);
    return Crossing.of(plan, source(), target(target), folder);
  }

  Endpoint source() {
    return planned(profile.sample().source(), reader).withPassword("source", reader.password());
  }

  Endpoint target(String database) {
    return planned(database, owner).withPassword("target", owner.password());
  }

  private PlanEndpoint planned(String database, SandboxAccount account) {
    return new PlanEndpoint(
        server.host(), server.port(), database, account.user(), "DEMO_PASSWORD", "disabled");
  }

  private static String rehearsalOf(Profile profile) {
    return profile.sample().target() + "_rehearsal";
  }

  private static StationFailure failure(String what, SQLException e) {
    return new StationFailure(
        what
            + " failed (MySQL error "
            + e.getErrorCode()
            + "). Look at the server's log in FERRY_DATA/demo, then start the demo again.",
        e);
  }
}
