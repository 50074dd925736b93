package org.fixtureferry.mysql.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.ManyToMany;
import org.fixtureferry.django.Model;
import org.fixtureferry.django.Profile;
import org.fixtureferry.mysql.Identifier;
import org.fixtureferry.mysql.Lookups;
import org.fixtureferry.mysql.Sql;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Wording;

/** Tells what a view found, with sample rows and with what each decision would do in numbers. */
public final class DescribeDoubts {
  private static final int SAMPLES = 5;
  private static final int LOSERS = 50;

  private final Connection connection;
  private final Profile profile;
  private final SourceView view;

  private DescribeDoubts(Connection connection, Profile profile, SourceView view) {
    this.connection = connection;
    this.profile = profile;
    this.view = view;
  }

  /** The findings, as they stand after the view's decisions. */
  public static List<Finding> of(Connection connection, Profile profile, SourceView view)
      throws SQLException {
    DescribeDoubts describe = new DescribeDoubts(connection, profile, view);
    List<Finding> findings = new ArrayList<>();
    for (SourceView.Found found : view.found()) {
      findings.add(view.decisions().apply(describe.finding(found)));
    }
    return findings;
  }

  private Finding finding(SourceView.Found found) throws SQLException {
    Doubt doubt = found.doubt();
    String place = doubt.model().label() + (doubt.field() == null ? "" : "." + doubt.field());
    return Finding.of(
            doubt.check(),
            doubt.severity(),
            place + ": " + Wording.count(found.count(), "row") + " " + doubt.sentence())
        .at(doubt.model().label(), doubt.table())
        .inColumn(doubt.column(), doubt.field())
        .counting(found.count(), samples(doubt))
        .decide(doubt.decisions(), null)
        .having(effects(found));
  }

  private List<Finding.Sample> samples(Doubt doubt) throws SQLException {
    Model model = doubt.model();
    Optional<Field> doubtful =
        doubt.field() == null ? Optional.empty() : model.field(doubt.field());
    boolean secret = doubtful.map(field -> profile.isSecret(model, field)).orElse(false);
    boolean secretKey = RowName.isSecretKey(profile, model, doubt.table());
    String key = RowName.key(model, doubt.table());
    String text = text(model, doubt);
    return Sql.list(
        connection,
        "SELECT "
            + key
            + ", "
            + text
            + " FROM "
            + Identifier.quote(doubt.table())
            + " t WHERE "
            + doubt.wrong().apply("t")
            + " LIMIT "
            + SAMPLES,
        row ->
            new Finding.Sample(
                RowName.shown(row.getString(1), secretKey),
                RowName.shown(row.getString(2), secret)));
  }

  /** The value in doubt, or what names the row to a person. */
  private String text(Model model, Doubt doubt) {
    if (doubt.check().equals("mojibake")) {
      String value = Lookups.column("t", doubt.column());
      return "CONCAT(LEFT("
          + value
          + ", "
          + RowName.LONGEST
          + "), ' → ', LEFT("
          + Mojibake.repaired(value)
          + ", "
          + RowName.LONGEST
          + "))";
    }
    if (doubt.column() != null
        && !doubt.column().equals(model.primaryKey().column())
        && model.field(doubt.field()).isPresent()) {
      return "CAST(" + Lookups.column("t", doubt.column()) + " AS CHAR)";
    }
    return RowName.text(profile, model, doubt.table());
  }

  private Map<String, String> effects(SourceView.Found found) throws SQLException {
    Map<String, String> effects = new LinkedHashMap<>();
    for (String decision : found.doubt().decisions()) {
      effects.put(decision, effect(found, decision));
    }
    return effects;
  }

  private String effect(SourceView.Found found, String decision) throws SQLException {
    if (Doubt.leavesOut(decision)) {
      return leavesOut(found, decision);
    }
    String values = Wording.count(found.count(), "value");
    return switch (decision.split(" ", 2)[0]) {
      case "stop" -> "carries nothing until it is mended or decided";
      case "set-null" -> "sets " + values + " to NULL";
      case "set-date" -> "sets " + values + " to this day, or another that the plan names";
      case "treat-as-true" -> "sets " + values + " to 1";
      case "set-empty" -> "sets " + values + " to an empty text";
      case "repair" -> "repairs " + values;
      case "widen" -> "makes the column wider and carries " + values + " unchanged";
      default -> "carries " + Wording.count(found.count(), "row") + " unchanged";
    };
  }

  private String leavesOut(SourceView.Found found, String decision) throws SQLException {
    SourceView alone = view.alone(found, decision);
    List<String> taken = new ArrayList<>();
    for (String table : view.tables()) {
      Optional<String> out = alone.leftOut(table, "t");
      if (out.isEmpty()) {
        continue;
      }
      String quoted = Identifier.quote(table);
      long rows =
          Sql.number(connection, "SELECT COUNT(*) FROM " + quoted + " t WHERE " + out.get());
      if (rows > 0) {
        long all = Sql.number(connection, "SELECT COUNT(*) FROM " + quoted);
        String words = Wording.number(rows) + " of " + Wording.number(all) + " rows of " + table;
        taken.add(table.equals(found.doubt().table()) ? 0 : taken.size(), words);
      }
    }
    String first = (decision.equals("reject") ? "keeps aside " : "leaves out ") + taken.get(0);
    String all =
        taken.size() == 1
            ? first
            : first + ", and " + String.join(", ", taken.subList(1, taken.size())) + " with them";
    return found.doubt().check().equals("custom-permission") ? all + losers(found) : all;
  }

  /** Who loses which permission. */
  private String losers(SourceView.Found found) throws SQLException {
    Model permission = found.doubt().model();
    List<String> losers = new ArrayList<>();
    for (Profile.OwnedRelation owned : profile.manyToManyRelations()) {
      boolean assigns = owned.relation().to().equals(permission.label());
      if (assigns && view.tables().contains(owned.relation().table())) {
        losers.addAll(losers(found, owned.owner(), owned.relation()));
      }
    }
    return losers.isEmpty() ? "" : ": " + String.join(", ", losers);
  }

  private List<String> losers(SourceView.Found found, Model owner, ManyToMany relation)
      throws SQLException {
    Model permission = found.doubt().model();
    return Sql.list(
        connection,
        "SELECT CONCAT("
            + naming("o", owner)
            + ", ' loses ', "
            + naming("t", permission)
            + ") FROM "
            + Identifier.quote(relation.table())
            + " a JOIN "
            + Identifier.quote(owner.table())
            + " o ON "
            + Lookups.column("o", owner.primaryKey().column())
            + " = "
            + Lookups.column("a", relation.column())
            + " JOIN "
            + Identifier.quote(permission.table())
            + " t ON "
            + Lookups.column("t", permission.primaryKey().column())
            + " = "
            + Lookups.column("a", relation.reverseColumn())
            + " WHERE "
            + found.doubt().wrong().apply("t")
            + " ORDER BY 1 LIMIT "
            + LOSERS,
        row -> owner.model() + " " + row.getString(1));
  }

  /** What a permission or its holder is called: a codename, or the first text. */
  private String naming(String alias, Model model) {
    Field field =
        model
            .field("codename")
            .orElseGet(
                () -> profile.texts(model).stream().findFirst().orElseGet(model::primaryKey));
    return Lookups.column(alias, field.column());
  }
}
