package org.fixtureferry.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.fixtureferry.report.Finding;

/**
 * A difference that the operator has seen and accepts.
 *
 * @param pk the row's primary key as findings print it; null accepts any
 * @param field Django's name of the field; null accepts any
 * @param value what the target holds, as findings print it; null accepts any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Acceptance(String check, String model, String pk, String field, String value) {
  public Acceptance {
    if (isMissing(check) || isMissing(model)) {
      throw new IllegalArgumentException(
          "accepted: name at least the check and the model, such as"
              + " {check: row-differs, model: sites.site, pk: 1, field: domain}");
    }
  }

  /** Of whatever value. */
  public Acceptance(String check, String model, String pk, String field) {
    this(check, model, pk, field, null);
  }

  /**
   * What accepts just this difference; empty where it is not offered, or speaks of no single one.
   */
  public static Optional<Acceptance> of(Finding finding) {
    boolean offered = finding.decisions().contains(Acceptances.ACCEPTED);
    boolean oneOfMany = finding.table() != null && finding.pk() == null && finding.count() > 1;
    if (!offered || finding.model() == null || oneOfMany) {
      return Optional.empty();
    }
    boolean end = finding.pk() != null && isOneEnd(finding);
    return Optional.of(
        new Acceptance(
            finding.check(),
            finding.model(),
            end ? relation(finding) : finding.pk(),
            finding.field(),
            end ? null : finding.target()));
  }

  /** A many-to-many row that one side lacks. */
  private static boolean isOneEnd(Finding finding) {
    return finding.field() != null && (finding.source() == null) != (finding.target() == null);
  }

  public boolean covers(Finding finding) {
    return check.equals(finding.check())
        && model.equalsIgnoreCase(finding.model())
        && (pk == null || pk.equals(finding.pk()) || pk.equals(relation(finding)))
        && (field == null || field.equals(finding.field()))
        && (value == null || value.equals(finding.target()));
  }

  boolean speaksOf(String otherModel, String otherPk) {
    return model.equalsIgnoreCase(otherModel) && otherPk.equals(pk);
  }

  /** A many-to-many row by both its ends, "12 → 34". */
  private static String relation(Finding finding) {
    String otherEnd = finding.source() == null ? finding.target() : finding.source();
    return finding.pk() + RelationKey.ARROW + otherEnd;
  }

  @Override
  public String toString() {
    return check
        + " of "
        + model
        + (pk == null ? "" : ", pk " + pk)
        + (field == null ? "" : ", field " + field)
        + (value == null ? "" : ", of the value that was seen");
  }

  private static boolean isMissing(String text) {
    return text == null || text.isBlank();
  }
}
