package org.fixtureferry.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.StationRunner.Task;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.report.Json;

/**
 * An attempt to run a station, as JSON.
 *
 * @param failure what went wrong, in a sentence; null where nothing did
 * @param progress the last snapshot; null where there was none
 */
public record AttemptAnswer(
    String id,
    Task task,
    AttemptState state,
    Instant started,
    Instant ended,
    String failure,
    @Schema(implementation = Object.class) JsonNode progress) {

  static AttemptAnswer of(Attempt attempt) throws IOException {
    return new AttemptAnswer(
        attempt.id(),
        attempt.task(),
        attempt.state(),
        attempt.started(),
        attempt.ended(),
        attempt.failure(),
        attempt.progress() == null ? null : Json.MAPPER.readTree(attempt.progress()));
  }
}
