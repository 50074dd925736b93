package org.fixtureferry.crossing.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fixtureferry.crossing.store.CrossingEvent;
import org.fixtureferry.crossing.store.EventStore;
import org.fixtureferry.report.Json;

/** What happens in each crossing, kept and handed to whoever listens. */
@Singleton
public class EventLog {
  /** What an event speaks of. */
  public enum Type {
    /** A station is further; data is a {@link ProgressSnapshot}. */
    PROGRESS,
    /** A station's state changed; data is {@code {"station": …, "state": …}}. */
    STATION;

    public String slug() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final EventStore store;
  private final Map<String, Listeners> crossings = new ConcurrentHashMap<>();

  /** The listeners of one crossing; also the lock under which its events take turns. */
  private static final class Listeners extends CopyOnWriteArrayList<Consumer<CrossingEvent>> {
    private static final long serialVersionUID = 1L;
  }

  EventLog(EventStore store) {
    this.store = store;
  }

  public void publish(String crossing, Type type, Object data) {
    Listeners listeners = listeners(crossing);
    synchronized (listeners) {
      CrossingEvent event = store.append(crossing, type.slug(), json(data));
      listeners.forEach(listener -> listener.accept(event));
    }
  }

  /** Hands over every event after an id, first the kept ones, then each as it happens. */
  public Subscription follow(String crossing, long after, Consumer<CrossingEvent> listener) {
    Listeners listeners = listeners(crossing);
    synchronized (listeners) {
      List<CrossingEvent> missed = store.after(crossing, after);
      missed.forEach(listener);
      listeners.add(listener);
    }
    return () -> listeners.remove(listener);
  }

  /** The id of the last event so far. */
  public long lastId(String crossing) {
    return store.lastId(crossing);
  }

  /** Ends {@link #follow}. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private Listeners listeners(String crossing) {
    return crossings.computeIfAbsent(crossing, id -> new Listeners());
  }

  private static String json(Object data) {
    try {
      return Json.MAPPER
          .writer()
          .without(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event can be written as JSON", e);
    }
  }
}
