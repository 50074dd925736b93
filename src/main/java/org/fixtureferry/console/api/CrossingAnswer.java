package org.fixtureferry.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.crossing.worker.Crossings;

/**
 * A crossing as JSON.
 *
 * @param plan what plan.yaml says so far; passwords never come back
 */
public record CrossingAnswer(
    String id,
    String name,
    Instant created,
    Instant changed,
    @Schema(implementation = Object.class) ObjectNode plan,
    List<StationAnswer> stations) {

  static CrossingAnswer of(SavedCrossing crossing, Crossings crossings) {
    return new CrossingAnswer(
        crossing.id(),
        crossing.name(),
        crossing.created(),
        crossing.changed(),
        crossing.plan(),
        crossings.statuses(crossing.id()).entrySet().stream()
            .map(entry -> StationAnswer.of(entry.getKey(), entry.getValue()))
            .toList());
  }
}
