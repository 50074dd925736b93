package org.fixtureferry.console.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixtureferry.crossing.PreparePreview;
import org.fixtureferry.prepare.PreparePlan;

/**
 * A look at what Prepare would do.
 *
 * @param preview null where a server could not be asked
 * @param failure why not; null where it could
 */
public record PrepareLook(PreparePreview preview, String failure, FormErrors errors) {

  public PreparePlan plan() {
    return preview.plan();
  }

  public List<FindingGroup> groups() {
    return FindingGroup.of(plan().findings());
  }

  /** What would be done, in a sentence. */
  public String sentence() {
    if (plan().stops()) {
      return Texts.text("prepare_would_stop");
    }
    if (preview.onlyChecks()) {
      return Texts.text("prepare_would_check");
    }
    String made =
        Texts.text("prepare_tables", preview.creates())
            + ", "
            + Texts.text("prepare_keys", plan().foreignKeys())
            + ", "
            + Texts.text("prepare_rows", plan().firstRows());
    return preview.drops() > 0
        ? Texts.text("prepare_would_drop", preview.drops(), made)
        : Texts.text(
            plan().createsDatabase() ? "prepare_would_make_database" : "prepare_would_make", made);
  }

  /** The button's words name the act. */
  public String act() {
    if (preview.onlyChecks()) {
      return Texts.text("prepare_do_check");
    }
    if (preview.drops() > 0) {
      return Texts.text(
          "prepare_do_drop", Texts.text("prepare_tables", preview.drops()), preview.creates());
    }
    if (preview.creates() == 0) {
      return Texts.text("prepare_do_rows", plan().firstRows());
    }
    return Texts.text(
        plan().createsDatabase() ? "prepare_do_database" : "prepare_do_create", preview.creates());
  }

  public long scriptBytes() {
    return preview.script().getBytes(StandardCharsets.UTF_8).length;
  }

  /** Whose target it is, in a sentence. */
  public String owner() {
    return switch (plan().ownership()) {
      case MISSING -> Texts.text("prepare_owner_missing");
      case EMPTY -> Texts.text("prepare_owner_empty");
      case OURS -> Texts.text("prepare_owner_ours", plan().madeFor());
      case FOREIGN ->
          plan().madeFor() == null
              ? Texts.text("prepare_owner_foreign")
              : Texts.text("prepare_owner_other", plan().madeFor());
    };
  }
}
