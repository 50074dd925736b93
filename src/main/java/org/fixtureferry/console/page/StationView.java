package org.fixtureferry.console.page;

import java.time.Instant;
import org.fixtureferry.crossing.AttemptState;
import org.fixtureferry.crossing.StationStatus;
import org.fixtureferry.crossing.store.Attempt;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.report.Station;
import org.fixtureferry.report.StationState;

/**
 * What every station's page needs to know of its station.
 *
 * @param attempt the last one; null where there was none
 * @param lastEvent the id of the last event that this page has seen
 * @param surveyUndecided whether the survey found what stops the crossing and was not decided
 * @param refusal why something that was just asked for was not done; null where nothing was refused
 */
public record StationView(
    SavedCrossing crossing,
    Station station,
    StationStatus status,
    Attempt attempt,
    long lastEvent,
    boolean surveyUndecided,
    String refusal) {

  public String slug() {
    return station.slug();
  }

  /** Where the station's own routes begin. */
  public String base() {
    return "/crossings/" + crossing.id() + "/" + station.slug();
  }

  /** Changes whenever an attempt begins or ends: then the page is no longer what it was. */
  public String mark() {
    return status.state().slug() + "." + (attempt == null ? "" : attempt.id());
  }

  public boolean running() {
    return status.state() == StationState.RUNNING;
  }

  public boolean closed() {
    return status.state() == StationState.CLOSED;
  }

  public boolean stale() {
    return status.state() == StationState.STALE;
  }

  /** Whether a result stands that the import will refuse. */
  public boolean undecided() {
    return status.undecided();
  }

  public boolean done() {
    return status.state() == StationState.DONE;
  }

  public String waitsFor() {
    return Frames.names(status.waitsFor());
  }

  /** What changed since the result was made, in a few words; null where nothing did. */
  public String staleReason() {
    return stale() ? Frames.changed(status.changed()) : null;
  }

  public RunningPanel panel() {
    return running() ? RunningPanel.of(attempt) : null;
  }

  /** How long the site has been held by a running export; null where it is not held. */
  public Long heldSeconds() {
    RunningPanel panel = panel();
    boolean held =
        panel != null
            && panel.progress() != null
            && !crossing.plan().path("lock").asText().equals(LockMode.NONE.slug());
    return held ? panel.progress().heldSeconds() : null;
  }

  public boolean failed() {
    return attempt != null && attempt.state() == AttemptState.FAILED;
  }

  public boolean interrupted() {
    return attempt != null && attempt.state() == AttemptState.INTERRUPTED;
  }

  public boolean cancelled() {
    return attempt != null && attempt.state() == AttemptState.CANCELLED;
  }

  /** The one line of the last result; null where there is none. */
  public String summary() {
    return status.past().result().map(result -> result.summary()).orElse(null);
  }

  public Instant finished() {
    return status.past().result().map(result -> result.finished()).orElse(null);
  }
}
