package org.fixtureferry.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.GenericForeignKey;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.SecretHash;
import org.fixtureferry.report.Severity;
import org.fixtureferry.report.Wording;

/**
 * Whether every relation of the profile ends at a row of the target. Constraints alone do not say
 * so: rows loaded with foreign_key_checks=0 are never looked at again.
 */
final class CheckRelations {
  private static final int SAMPLES = 10;

  private final Profile profile;
  private final Side target;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();

  CheckRelations(Profile profile, Side target) {
    this.profile = profile;
    this.target = target;
  }

  Outcome check() throws SQLException {
    for (Model model : profile.models()) {
      try {
        foreignKeys(model);
        manyToMany(model);
        genericForeignKeys(model);
      } catch (SQLException e) {
        unchecked.add(Unreadable.reason(model.table(), e));
      }
    }
    return new Outcome("relations", findings, unchecked);
  }

  private void foreignKeys(Model model) throws SQLException {
    for (Field field : model.fields()) {
      if (field.to().isPresent()) {
        Model to = profile.require(field.to().get());
        Field end = profile.referenced(field, to);
        Dangling rows = new Dangling(model.table(), field.column(), to.table(), end.column(), "");
        report(rows, model.primaryKey().column(), secretKey(model))
            .map(
                finding ->
                    finding.at(model.label(), model.table()).inColumn(field.column(), field.name()))
            .ifPresent(findings::add);
      }
    }
  }

  private void manyToMany(Model owner) throws SQLException {
    for (ManyToMany relation : owner.manyToMany()) {
      end(owner, relation, relation.column(), owner);
      end(owner, relation, relation.reverseColumn(), profile.require(relation.to()));
    }
  }

  private void end(Model owner, ManyToMany relation, String column, Model to) throws SQLException {
    Dangling rows =
        new Dangling(relation.table(), column, to.table(), to.primaryKey().column(), "");
    report(rows, relation.column(), secretKey(owner))
        .map(
            finding ->
                finding.at(owner.label(), relation.table()).inColumn(column, relation.name()))
        .ifPresent(findings::add);
  }

  private Optional<Finding> report(Dangling rows, String key, boolean secret) throws SQLException {
    long count = Sql.number(target.connection(), rows.count());
    if (count == 0) {
      return Optional.empty();
    }
    String text =
        "%s at the target: %s whose %s points at no row of %s."
            .formatted(
                rows.table(), Wording.count(count, "row", "rows"), rows.column(), rows.toTable());
    return Optional.of(
        Finding.of("orphan-foreign-key", Severity.STOPS, text)
            .counting(count, samples(rows, key, secret)));
  }

  private void genericForeignKeys(Model model) throws SQLException {
    for (GenericForeignKey each : model.genericForeignKeys()) {
      Field type = model.field(each.contentType()).orElseThrow();
      Field object = model.field(each.objectId()).orElseThrow();
      for (ContentType used : typesInUse(model, type)) {
        dangling(model, object, type, used)
            .map(finding -> finding.inColumn(object.column(), each.name()))
            .ifPresent(findings::add);
      }
    }
  }

  /** A content type that rows point at. */
  private record ContentType(long id, String label) {}

  private List<ContentType> typesInUse(Model model, Field type) throws SQLException {
    Lookups lookups = new Lookups(profile, model.table());
    Model to = profile.require(type.to().orElseThrow());
    String column = Lookups.column(Lookups.BASE, type.column());
    String joined = lookups.join(column, to, profile.referenced(type, to));
    String label = lookups.naturalKeyOf(joined, to);
    return Sql.list(
        target.connection(),
        "SELECT DISTINCT %1$s, %2$s FROM %3$s WHERE %2$s IS NOT NULL"
            .formatted(column, label, lookups.from()),
        row -> new ContentType(row.getLong(1), row.getString(2)));
  }

  private Optional<Finding> dangling(Model model, Field object, Field type, ContentType used)
      throws SQLException {
    Optional<Model> to = profile.model(used.label());
    if (to.isEmpty() || !target.has(to.get().table())) {
      return Optional.of(
          Finding.of(
                  "dangling-generic-key",
                  Severity.LOOK,
                  model.table() + " points at objects of " + used.label() + ", which is no model.")
              .at(model.label(), model.table()));
    }
    Dangling rows =
        new Dangling(
            model.table(),
            object.column(),
            to.get().table(),
            to.get().primaryKey().column(),
            " AND " + Lookups.column(Lookups.BASE, type.column()) + " = " + used.id());
    long count = Sql.number(target.connection(), rows.count());
    if (count == 0) {
      return Optional.empty();
    }
    String text =
        "%s at the target: %s of %s that is not there."
            .formatted(
                model.table(),
                Wording.count(count, "row points at an object", "rows point at an object"),
                used.label());
    return Optional.of(
        Finding.of("dangling-generic-key", Severity.LOOK, text)
            .at(model.label(), model.table())
            .counting(count, samples(rows, model.primaryKey().column(), secretKey(model))));
  }

  private List<Finding.Sample> samples(Dangling rows, String key, boolean secret)
      throws SQLException {
    return Sql.list(
        target.connection(),
        rows.sample(key, SAMPLES),
        row -> {
          String pk = row.getString(1);
          return new Finding.Sample(
              secret ? SecretHash.of(pk) : pk,
              rows.column() + " = " + Shown.text(row.getString(2)));
        });
  }

  private boolean secretKey(Model model) {
    return profile.isSecret(model, model.primaryKey());
  }
}
