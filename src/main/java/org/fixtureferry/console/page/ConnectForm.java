package org.fixtureferry.console.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.connect.Probe;
import org.fixtureferry.crossing.worker.Connections.Entered;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.mysql.Tls;

/**
 * One side of the connection form.
 *
 * @param passwordKept whether a password is stored; it is never shown again
 * @param probe what the server told just now; null where it was not asked
 */
public record ConnectForm(
    Side side, Entered entered, boolean passwordKept, FormErrors errors, Probe probe) {
  private static final Entered EMPTY =
      new Entered("", "3306", "", "", Optional.empty(), Tls.PREFERRED.slug());

  static ConnectForm of(Side side, Optional<Entered> stored, boolean passwordKept) {
    return new ConnectForm(side, stored.orElse(EMPTY), passwordKept, new FormErrors(), null);
  }

  ConnectForm with(Entered typed, FormErrors newErrors) {
    return new ConnectForm(side, typed, passwordKept, newErrors, probe);
  }

  ConnectForm answering(Probe newProbe, FormErrors newErrors) {
    return new ConnectForm(side, entered, passwordKept, newErrors, newProbe);
  }

  /**
   * What was typed. A password that is kept stays unless another is typed, or none is asked for.
   */
  static Entered read(MultivaluedMap<String, String> form, Side side, boolean passwordKept) {
    String typed = value(form, side, "password");
    boolean without = form.containsKey(name(side, "no-password"));
    return new Entered(
        value(form, side, "host").strip(),
        value(form, side, "port").strip(),
        value(form, side, "database").strip(),
        value(form, side, "user").strip(),
        without
            ? Optional.of("")
            : typed.isEmpty() && passwordKept ? Optional.empty() : Optional.of(typed),
        value(form, side, "tls"));
  }

  /** Puts faults beside the fields of this side. */
  void refuse(Map<String, String> faults) {
    faults.forEach(
        (setting, fault) ->
            errors.add(new IllegalArgumentException(setting + ": " + fault), slug() + "."));
  }

  public String slug() {
    return side.name().toLowerCase(Locale.ROOT);
  }

  public boolean source() {
    return side == Side.SOURCE;
  }

  /** The name of one of its fields: "source.host". */
  public String field(String setting) {
    return slug() + "." + setting;
  }

  public String error(String setting) {
    return errors.of(field(setting));
  }

  public Tls[] modes() {
    return Tls.values();
  }

  /** The line that opens a tunnel to the server, for this machine's terminal. */
  public String tunnel() {
    String host =
        entered.host().isEmpty() ? Texts.text("connect_tunnel_host_" + slug()) : entered.host();
    String port = entered.port().isEmpty() ? "3306" : entered.port();
    return "ssh -N -L " + localPort() + ":127.0.0.1:" + port + " you@" + host;
  }

  /** Where the tunnel ends on this machine; another one for each side. */
  public String localPort() {
    return source() ? "3307" : "3308";
  }

  /** The grants in one text, to copy. */
  public String grants() {
    return String.join("\n", probe.grants());
  }

  private static String value(MultivaluedMap<String, String> form, Side side, String setting) {
    String value = form.getFirst(name(side, setting));
    return value == null ? "" : value;
  }

  private static String name(Side side, String setting) {
    return side.name().toLowerCase(Locale.ROOT) + "." + setting;
  }
}
