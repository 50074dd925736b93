package org.fixtureferry.prepare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.mysql.SqlFault;
import org.fixtureferry.report.Cancellation;
import org.fixtureferry.report.Progress;
import org.fixtureferry.report.ProgressListener;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationFailure;

/**
 * Runs a plan's statements, the very ones that a person is shown. A run that breaks off is finished
 * by the next: DDL cannot be rolled back.
 */
final class RunStatements {
  private final Database target;
  private final PreparePlan plan;
  private final int tables;
  private int made;

  RunStatements(Database target, PreparePlan plan) {
    this.target = target;
    this.plan = plan;
    this.tables = plan.tables(Statement.Kind.CREATE_TABLE).size();
  }

  void run(ProgressListener listener, Cancellation cancellation) {
    List<Statement> statements = plan.statements();
    if (statements.isEmpty()) {
      return;
    }
    // Closing it rolls back what no COMMIT has ended.
    try (Connection connection = target.openServer()) {
      for (Statement statement : statements) {
        cancellation.check();
        listener.progressed(progress(statement));
        run(connection, statement);
      }
    } catch (SQLException e) {
      throw failure(null, e);
    }
  }

  private void run(Connection connection, Statement statement) {
    try {
      Sql.run(connection, statement.sql());
    } catch (SQLException e) {
      throw failure(statement, e);
    }
    if (statement.kind() == Statement.Kind.CREATE_TABLE) {
      made++;
    }
  }

  private Progress progress(Statement statement) {
    return new Progress(
            Station.PREPARE, phase(statement.kind()), statement.table(), 0, -1, made, tables)
        .in(Progress.Unit.TABLES);
  }

  private static String phase(Statement.Kind kind) {
    return switch (kind) {
      case CREATE_DATABASE, SELECT_DATABASE, SESSION, MARK -> "Making the database ready";
      case DROP_TABLE -> "Dropping tables";
      case CREATE_TABLE, ALTER_TABLE -> "Making tables";
      case INSERT -> "Making the first rows";
    };
  }

  private StationFailure failure(Statement statement, SQLException e) {
    String place =
        statement == null || statement.table() == null ? "" : ", table " + statement.table();
    String advice =
        SqlFault.isDenied(e) ? " The survey names the GRANT lines that the account needs." : "";
    return new StationFailure(
        "Preparing "
            + target
            + place
            + ": "
            + SqlFault.describe(e)
            + ". "
            + made
            + " of "
            + tables
            + " tables were made; prepare again, and it goes on from there."
            + advice,
        e);
  }
}
