package org.fixtureferry.export;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.ValueKind;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.RowStream;
import org.fixtureferry.mysql.Sql;

/**
 * One many-to-many field of a whole model: a single stream of (owner, other end), in the order of
 * the owners, merged with their rows. Rows whose owner or other end is missing are not in it, as
 * they are not in Django's.
 */
final class OwnedKeys implements AutoCloseable {
  private final ManyToMany relation;
  private final Model other;
  private final ValueKind otherKind;
  private final NaturalKeys naturalKeys;
  private final Connection connection;
  private final RowStream rows;
  private String owner;

  private OwnedKeys(
      Profile profile,
      ManyToMany relation,
      NaturalKeys naturalKeys,
      Connection connection,
      RowStream rows)
      throws SQLException {
    this.relation = relation;
    this.other = profile.require(relation.to());
    this.otherKind = profile.kindOf(other.primaryKey());
    this.naturalKeys = naturalKeys;
    this.connection = connection;
    this.rows = rows;
    advance();
  }

  static OwnedKeys open(
      Database source,
      Profile profile,
      Model model,
      ManyToMany relation,
      NaturalKeys naturalKeys,
      UnaryOperator<String> rows)
      throws SQLException {
    Connection connection = source.open();
    try {
      Sql.run(connection, "SET character_set_results = NULL");
      return new OwnedKeys(
          profile,
          relation,
          naturalKeys,
          connection,
          RowStream.open(connection, sql(profile, model, relation, rows)));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static String sql(
      Profile profile, Model model, ManyToMany relation, UnaryOperator<String> rows) {
    Model other = profile.require(relation.to());
    Lookups lookups = new Lookups(profile, relation.table(), rows);
    String from = Lookups.column(Lookups.BASE, relation.column());
    String to = Lookups.column(Lookups.BASE, relation.reverseColumn());
    String owner = lookups.join(from, model, model.primaryKey());
    String end = lookups.join(to, other, other.primaryKey());
    List<String> order = new ArrayList<>(lookups.ordering(owner, model));
    order.addAll(lookups.ordering(end, other));
    return "SELECT "
        + from
        + ", "
        + to
        + " FROM "
        + lookups.from()
        + " WHERE "
        + Lookups.column(owner, model.primaryKey().column())
        + " IS NOT NULL AND "
        + Lookups.column(end, other.primaryKey().column())
        + " IS NOT NULL ORDER BY "
        + String.join(", ", order);
  }

  String name() {
    return relation.name();
  }

  /** The other ends of one owner; owners must be asked for in the order of the stream. */
  List<Object> of(String pk) throws SQLException {
    List<Object> keys = new ArrayList<>();
    while (pk.equals(owner)) {
      keys.add(key());
      advance();
    }
    return keys;
  }

  /** Whether every row found its owner; if not, the two streams were not in the same order. */
  boolean spent() {
    return owner == null;
  }

  private Object key() throws SQLException {
    if (other.hasNaturalKey()) {
      return naturalKeys.of(other, text(2));
    }
    return ColumnValue.of(otherKind, rows.bytes(2));
  }

  private void advance() throws SQLException {
    owner = rows.next() ? text(1) : null;
  }

  private String text(int column) throws SQLException {
    return new String(rows.bytes(column).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      rows.close();
    }
  }
}
