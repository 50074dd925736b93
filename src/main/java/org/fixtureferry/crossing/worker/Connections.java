package org.fixtureferry.crossing.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.connect.Probe;
import org.fixtureferry.connect.ProbeServer;
import org.fixtureferry.crossing.store.PasswordStore;
import org.fixtureferry.crossing.store.SavedCrossing;
import org.fixtureferry.mysql.Database;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.LockMode;
import org.fixtureferry.mysql.Tls;
import org.fixtureferry.report.Json;
import org.fixtureferry.report.Station;

/** The settings of the two connections as they are typed into a form, and a look through each. */
@Singleton
public class Connections {
  private final Crossings crossings;
  private final PasswordStore passwords;

  Connections(Crossings crossings, PasswordStore passwords) {
    this.crossings = crossings;
    this.passwords = passwords;
  }

  /**
   * What was typed for one side.
   *
   * @param password empty where the stored one stays
   */
  public record Entered(
      String host,
      String port,
      String database,
      String user,
      Optional<String> password,
      String tls) {

    /** What will not do, by setting; empty where all will. */
    public Map<String, String> faults() {
      Map<String, String> faults =
          new LinkedHashMap<>(Endpoint.faults(host, portNumber(), database, user));
      if (Arrays.stream(Tls.values()).noneMatch(each -> each.slug().equals(tls))) {
        faults.put("tls", "one of the modes listed");
      }
      return faults;
    }

    /** 0, which is no port, where it is no number. */
    private int portNumber() {
      return port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
    }

    private ObjectNode settings() {
      ObjectNode settings = Json.MAPPER.createObjectNode();
      settings.put("host", host).put("port", portNumber()).put("database", database);
      settings.put("user", user).put("tls", tls);
      password.ifPresent(word -> settings.put("password", word));
      return settings;
    }
  }

  /** What is stored for one side, the password left out; empty where nothing is yet. */
  public Optional<Entered> stored(SavedCrossing crossing, Side side) {
    JsonNode settings = crossing.plan().get(key(side));
    return settings == null
        ? Optional.empty()
        : Optional.of(
            new Entered(
                settings.path("host").asText(),
                settings.path("port").asText(),
                settings.path("database").asText(),
                settings.path("user").asText(),
                Optional.empty(),
                settings.path("tls").asText(Tls.PREFERRED.slug())));
  }

  /**
   * Stores what was typed; the password is sealed.
   *
   * @throws IllegalArgumentException where {@link Entered#faults} names something
   * @throws StartRefused while a station of the crossing runs
   */
  public void keep(String id, Map<Side, Entered> entered) {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    entered.forEach((side, each) -> settings.set(key(side), each.settings()));
    crossings.change(id, Station.CONNECT, settings);
  }

  /** Whether both sides are one database, as far as their names tell. */
  public static boolean same(Entered one, Entered other) {
    return one.host().equalsIgnoreCase(other.host())
        && one.port().equals(other.port())
        && one.database().equals(other.database());
  }

  /**
   * Asks a server, by what is stored for its side, who it is and what our account may do there.
   *
   * @throws org.fixtureferry.report.StationFailure where it does not answer or refuses the account
   */
  public Probe test(String id, Side side) {
    SavedCrossing crossing = crossings.require(id);
    Endpoint endpoint = endpoint(crossing, side);
    Database database = side == Side.SOURCE ? Database.source(endpoint) : Database.target(endpoint);
    return new ProbeServer(database, lock(crossing)).run();
  }

  private Endpoint endpoint(SavedCrossing crossing, Side side) {
    try {
      Endpoint stored = Json.MAPPER.treeToValue(crossing.plan().get(key(side)), Endpoint.class);
      return new Endpoint(
          stored.host(),
          stored.port(),
          stored.database(),
          stored.user(),
          passwords.get(crossing.id(), side).orElse(""),
          stored.tls());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds settings that were not checked", e);
    }
  }

  /** An unknown word is told where the lock is chosen; here it must not stand in the way. */
  private static LockMode lock(SavedCrossing crossing) {
    String word = crossing.plan().path("lock").asText();
    return Arrays.stream(LockMode.values())
        .filter(mode -> mode.slug().equals(word))
        .findFirst()
        .orElse(LockMode.TABLES);
  }

  private static String key(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
