package org.fixtureferry.console.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtureferry.crossing.store.CrossingEvent;
import org.fixtureferry.crossing.worker.Crossings;
import org.fixtureferry.crossing.worker.EventLog;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What happens in a crossing, as it happens. */
@Path("/api/v1/crossings/{id}/events")
@Tag(name = "Events")
public class EventResource {
  private static final long RECONNECT_MILLIS = 1_000;

  private final Crossings crossings;
  private final EventLog events;
  private final Duration heartbeat;

  EventResource(
      Crossings crossings,
      EventLog events,
      @ConfigProperty(name = "ferry.events.heartbeat") Duration heartbeat) {
    this.crossings = crossings;
    this.events = events;
    this.heartbeat = heartbeat;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.TEXT_PLAIN)
  // Proxies such as nginx would hold events back until a buffer is full.
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Blocking
  @Operation(
      summary = "Events of a crossing",
      description =
          "\"station\" when a station begins or ends, \"progress\" about once a second while one runs; data is JSON. Begins after the event named by Last-Event-ID, or by the parameter \"after\", or with the oldest that is kept.")
  public Multi<OutboundSseEvent> follow(
      @PathParam("id") String id,
      @QueryParam("after") @DefaultValue("0") long after,
      @HeaderParam("Last-Event-ID") Long lastEventId,
      @Context Sse sse) {
    crossings.require(id);
    Multi<OutboundSseEvent> happening =
        Multi.createFrom()
            .<CrossingEvent>emitter(
                emitter -> {
                  EventLog.Subscription subscription =
                      events.follow(id, lastEventId == null ? after : lastEventId, emitter::emit);
                  emitter.onTermination(subscription::close);
                })
            // Reading what was missed may wait for the store.
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
            .map(event -> answer(event, sse));
    Multi<OutboundSseEvent> beating =
        Multi.createFrom()
            .ticks()
            .every(heartbeat)
            .onOverflow()
            .drop()
            .map(tick -> sse.newEventBuilder().comment("still here").build());
    return Multi.createBy().merging().streams(happening, beating);
  }

  private static OutboundSseEvent answer(CrossingEvent event, Sse sse) {
    return sse.newEventBuilder()
        .id(Long.toString(event.id()))
        .name(event.type())
        .reconnectDelay(RECONNECT_MILLIS)
        .data(String.class, event.data())
        .build();
  }
}
