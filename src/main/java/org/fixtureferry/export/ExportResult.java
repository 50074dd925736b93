package org.fixtureferry.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.fixtureferry.report.CheckResult;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationResult;
import org.fixtureferry.report.Wording;

/**
 * What Export made.
 *
 * @param file name of the fixture
 * @param objects by model, in the order of the fixture
 * @param size bytes
 * @param heldMillis how long the source was locked, in milliseconds
 * @param rejected objects kept aside in the rejects file
 */
public record ExportResult(
    String file,
    String sha256,
    long size,
    Map<String, Long> objects,
    List<String> exclude,
    String lock,
    long heldMillis,
    long rejected,
    List<CheckResult> checks,
    List<Finding> findings)
    implements StationResult {

  /** Stands in the place of a lock where no source was read. */
  static final String HANDED_IN = "handed in";

  public ExportResult {
    objects = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(objects));
    exclude = List.copyOf(exclude);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  @Override
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Station station() {
    return Station.EXPORT;
  }

  /** Whether somebody handed the fixture in, and no source was read. */
  public boolean handedIn() {
    return lock.equals(HANDED_IN);
  }

  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public long objectCount() {
    return objects.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String summary() {
    return Wording.count(objectCount(), "object") + ", " + Wording.bytes(size);
  }
}
