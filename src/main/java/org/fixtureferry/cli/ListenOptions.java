package org.fixtureferry.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.fixtureferry.crossing.PlanFault;
import picocli.CommandLine.Option;

/** Where the console listens. */
final class ListenOptions {
  private static final int HIGHEST_PORT = 65_535;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address that the console listens on (default: FERRY_HOST, else 127.0.0.1). Beyond this machine, it asks for a sign-in.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port that the console listens on (default: FERRY_PORT, else 8080).")
  private String port;

  /** Hands them to the console, which is not started yet. */
  void apply() {
    given(host, "FERRY_HOST")
        .ifPresent(address -> System.setProperty("quarkus.http.host", checkedHost(address)));
    given(port, "FERRY_PORT")
        .ifPresent(number -> System.setProperty("quarkus.http.port", checkedPort(number)));
  }

  private static Optional<String> given(String option, String variable) {
    return Optional.ofNullable(option == null ? System.getenv(variable) : option)
        .filter(value -> !value.isBlank());
  }

  private static String checkedHost(String address) {
    try {
      InetAddress.getByName(address);
      return address;
    } catch (UnknownHostException e) {
      throw new PlanFault(
          "--host: there is no address \""
              + address
              + "\" here. Give one of this machine's, or 0.0.0.0.",
          e);
    }
  }

  private static String checkedPort(String number) {
    boolean fits = number.matches("\\d{1,5}") && Integer.parseInt(number) <= HIGHEST_PORT;
    if (!fits) {
      throw new PlanFault(
          "--port: a number from 1 to " + HIGHEST_PORT + ", not \"" + number + "\".");
    }
    return number;
  }
}
