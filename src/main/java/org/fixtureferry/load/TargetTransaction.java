package org.fixtureferry.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.fixture.FixtureMeta;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.FerryMark;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/**
 * The one transaction of a load. It begins by taking the target's mark for itself, so that two
 * loads never mix, and a run that was killed is waited for while its server still rolls it back.
 * Closed without a commit it leaves the target as it was.
 */
final class TargetTransaction implements AutoCloseable {
  private static final int LOCK_WAIT_SECONDS = 5;

  private final Connection connection;
  private final Profile profile;
  private final String source;
  private final boolean dryRun;
  private boolean extras;
  private boolean open = true;

  private TargetTransaction(Connection connection, Profile profile, String source, boolean dryRun) {
    this.dryRun = dryRun;
    this.connection = connection;
    this.profile = profile;
    this.source = source;
  }

  static TargetTransaction begin(
      Connection connection,
      Database target,
      Profile profile,
      String source,
      boolean dryRun,
      ProgressListener listener,
      Cancellation cancellation)
      throws SQLException {
    requireOurs(connection, target, profile, source);
    if (!dryRun) {
      Sql.run(
          connection,
          "SET SESSION foreign_key_checks = 0, innodb_lock_wait_timeout = " + LOCK_WAIT_SECONDS);
    }
    connection.setAutoCommit(false);
    TargetTransaction transaction = new TargetTransaction(connection, profile, source, dryRun);
    if (!dryRun) {
      takeMark(connection, listener, cancellation);
    }
    return transaction;
  }

  private static void requireOurs(
      Connection connection, Database target, Profile profile, String source) throws SQLException {
    List<FerryMark.Entry> marks = FerryMark.read(connection, target.endpoint().database());
    boolean prepared =
        marks.stream()
            .anyMatch(mark -> mark.step().equals("prepared") && mark.isOf(source, profile.name()));
    if (!prepared) {
      throw new StationFailure(
          "Loading into "
              + target
              + ": this database was not prepared for "
              + source
              + " with profile "
              + profile.name()
              + ". Prepare it first. The target stays as it was.");
    }
  }

  /**
   * Locks the first row, and no more: whoever waits for it holds nothing that the one before needs
   * to write its own mark.
   */
  private static void takeMark(
      Connection connection, ProgressListener listener, Cancellation cancellation)
      throws SQLException {
    while (true) {
      cancellation.check();
      try (Statement statement = connection.createStatement();
          ResultSet mark =
              statement.executeQuery(
                  "SELECT id FROM " + FerryMark.TABLE + " ORDER BY id LIMIT 1 FOR UPDATE")) {
        return;
      } catch (SQLException e) {
        if (e.getErrorCode() != SqlFault.LOCK_WAIT_TIMEOUT) {
          throw e;
        }
        listener.progressed(
            Progress.phase(
                Station.LOAD,
                "Waiting: another session holds the target, or its server still rolls an earlier run back"));
      }
    }
  }

  /**
   * Adds content types and permissions that the source has beyond the profile; the target gives
   * them ids of its own.
   */
  void addExtras(KeyMap keys, FixtureMeta meta) throws SQLException {
    addExtras(keys, "contenttypes.contenttype", meta.contentTypes());
    addExtras(keys, "auth.permission", meta.permissions());
  }

  private void addExtras(KeyMap keys, String label, List<FixtureMeta.Extra> missing)
      throws SQLException {
    Model model = profile.model(label).orElse(null);
    for (FixtureMeta.Extra extra : missing) {
      if (model != null && keys.id(model, extra.naturalKey()).isEmpty()) {
        if (dryRun) {
          keys.made(
              model,
              extra.naturalKey(),
              "new " + label + " " + String.join(".", extra.naturalKey()));
        } else {
          add(keys, model, extra);
        }
        extras = true;
      }
    }
  }

  private void add(KeyMap keys, Model model, FixtureMeta.Extra extra) throws SQLException {
    List<String> columns = new ArrayList<>(List.of("name"));
    List<String> values = new ArrayList<>(List.of(extra.name()));
    int part = 0;
    while (part < model.naturalKey().size()) {
      String lookup = model.naturalKey().get(part);
      int separator = lookup.indexOf("__");
      var field =
          model.field(separator < 0 ? lookup : lookup.substring(0, separator)).orElseThrow();
      columns.add(field.column());
      if (separator < 0) {
        values.add(extra.naturalKey().get(part++));
      } else {
        Model to = profile.require(field.to().orElseThrow());
        List<String> key = extra.naturalKey().subList(part, part + to.naturalKey().size());
        values.add(
            keys.id(to, key)
                .orElseThrow(
                    () ->
                        new StationFailure(
                            "Adding "
                                + model.label()
                                + " "
                                + String.join(".", extra.naturalKey())
                                + ": the target has no "
                                + to.label()
                                + " "
                                + String.join(".", key)
                                + ".")));
        part += to.naturalKey().size();
      }
    }
    String marks = String.join(", ", java.util.Collections.nCopies(columns.size(), "?"));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + Identifier.quote(model.table())
                + " ("
                + Identifier.list(columns)
                + ") VALUES ("
                + marks
                + ")",
            Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < values.size(); i++) {
        insert.setString(i + 1, values.get(i));
      }
      insert.executeUpdate();
      try (ResultSet made = insert.getGeneratedKeys()) {
        made.next();
        keys.made(model, extra.naturalKey(), made.getString(1));
      }
    }
  }

  boolean addedExtras() {
    return extras;
  }

  void commit(String sha256, Instant time) throws SQLException {
    Sql.run(connection, "DELETE FROM " + FerryMark.TABLE + " WHERE step = 'loaded'");
    FerryMark.write(
        connection, new FerryMark.Entry(source, profile.name(), "loaded", sha256, time));
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new StationFailure(
          "Committing the load: "
              + SqlFault.describe(e)
              + ". Whether the server got it, only the target tells: load again, which changes nothing where it did.",
          e);
    }
    connection.setAutoCommit(true);
    open = false;
  }

  void rollback() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    open = false;
  }

  @Override
  public void close() throws SQLException {
    if (open) {
      rollback();
    }
  }
}
