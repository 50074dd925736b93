package org.fixtureferry.crossing;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Excludes;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;
import org.fixtureferry.export.ExportSettings;
import org.fixtureferry.fixture.FixtureWriter;
import org.fixtureferry.load.LoadSettings;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Decisions;

/**
 * One migration with everything that its stations need.
 *
 * @param folder where its files and results lie
 */
public record Crossing(Plan plan, Profile profile, Database source, Database target, Path folder) {
  static final int INDENT = 4;

  /**
   * Takes the passwords from the environment.
   *
   * @throws PlanFault where the plan names what does not exist
   */
  public static Crossing of(Plan plan, Map<String, String> environment, Path folder) {
    return of(
        plan,
        plan.source().resolve("source", environment),
        plan.target().resolve("target", environment),
        folder);
  }

  /**
   * Takes the endpoints as they are.
   *
   * @throws PlanFault where the plan names what does not exist
   */
  public static Crossing of(Plan plan, Endpoint source, Endpoint target, Path folder) {
    if (source.server().equals(target.server()) && source.database().equals(target.database())) {
      throw new PlanFault(
          "target: this is the source itself. Give the new database another name or host.");
    }
    Profile profile;
    try {
      profile = Profiles.bundled(plan.profile());
    } catch (IllegalArgumentException e) {
      throw new PlanFault("profile: " + e.getMessage(), e);
    }
    Crossing crossing =
        new Crossing(plan, profile, Database.source(source), Database.target(target), folder);
    crossing.check();
    return crossing;
  }

  /** Settings are read once here, so that a wrong word is told before anything runs. */
  private void check() {
    try {
      exportSettings();
      loadSettings();
      Excludes.of(profile, exclude());
    } catch (IllegalArgumentException e) {
      throw new PlanFault(e.getMessage(), e);
    }
    decisions();
    for (String label : plan.reorder() == null ? List.<String>of() : plan.reorder()) {
      if (profile.model(label).isEmpty()) {
        throw new PlanFault("reorder: profile " + profile.name() + " has no model " + label + ".");
      }
    }
  }

  public List<String> exclude() {
    return plan.export().exclude() == null ? profile.defaultExcludes() : plan.export().exclude();
  }

  public Decisions decisions() {
    return PlanDecisions.read(plan.decisions());
  }

  public LockMode lock() {
    return Words.choose("lock", plan.lock(), LockMode.values(), LockMode.TABLES);
  }

  public ExportSettings exportSettings() {
    int indent = plan.export().indent() == null ? INDENT : plan.export().indent();
    boolean ascii = plan.export().ascii() == null || plan.export().ascii();
    return new ExportSettings(
        exclude(), new FixtureWriter.Layout(indent, ascii), lock(), decisions());
  }

  public LoadSettings loadSettings() {
    return ConflictPolicy.read(plan.conflicts(), profile, exclude(), decisions(), timeZone());
  }

  private Optional<ZoneId> timeZone() {
    try {
      return Optional.ofNullable(plan.timeZone()).map(ZoneId::of);
    } catch (DateTimeException e) {
      throw new PlanFault(
          "timeZone: \"" + plan.timeZone() + "\" is no time zone; write one such as Europe/Athens.",
          e);
    }
  }
}
