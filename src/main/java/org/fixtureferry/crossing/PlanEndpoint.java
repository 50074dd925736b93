package org.fixtureferry.crossing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.fixtureferry.mysql.Endpoint;
import org.fixtureferry.mysql.Tls;

/**
 * Source or target in a plan. The password itself never stands in one.
 *
 * @param port 3306 where none is given
 * @param passwordEnv name of the environment variable that holds the password
 * @param tls disabled, preferred (where none is given), required, verify-ca or verify-identity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanEndpoint(
    String host, Integer port, String database, String user, String passwordEnv, String tls) {
  private static final int MYSQL_PORT = 3306;

  /**
   * The endpoint with its password from the environment.
   *
   * @param side "source" or "target", for messages
   * @throws PlanFault where a setting is missing or wrong, or the variable is not set; set but
   *     empty is an empty password
   */
  Endpoint resolve(String side, Map<String, String> environment) {
    if (passwordEnv == null || passwordEnv.isBlank()) {
      throw new PlanFault(
          side + ".passwordEnv: name the environment variable that holds the password.");
    }
    String password = environment.get(passwordEnv);
    if (password == null) {
      throw new PlanFault(
          side
              + ".passwordEnv: the environment variable "
              + passwordEnv
              + " is not set. Set it (empty for an empty password).");
    }
    return withPassword(side, password);
  }

  /** The endpoint with a password from elsewhere. */
  public Endpoint withPassword(String side, String password) {
    try {
      return new Endpoint(
          host, port == null ? MYSQL_PORT : port, database, user, password, tlsMode(side));
    } catch (IllegalArgumentException e) {
      throw new PlanFault(side + "." + e.getMessage(), e);
    }
  }

  private Tls tlsMode(String side) {
    return tls == null
        ? Tls.PREFERRED
        : Arrays.stream(Tls.values())
            .filter(each -> each.slug().equals(tls))
            .findFirst()
            .orElseThrow(
                () ->
                    new PlanFault(
                        side
                            + ".tls: \""
                            + tls
                            + "\" is not one of "
                            + Arrays.stream(Tls.values())
                                .map(Tls::slug)
                                .collect(Collectors.joining(", "))
                            + "."));
  }
}
