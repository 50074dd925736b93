package org.fixtureferry.access;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How somebody comes in: not asked on this machine alone, by name and password everywhere else. */
@Singleton
public class SignIn {
  /** When a sign-in is asked for. */
  public enum Rule {
    /** Unless we listen on this machine only. */
    AUTO,
    ALWAYS
  }

  public static final int SHORTEST_PASSWORD = 12;

  private static final int LONGEST_NAME = 100;

  private final Accounts accounts;
  private final Sessions sessions;
  private final boolean loopback;
  private final boolean required;
  private final RateLimit limit;
  private final String firstToken = Token.next(new SecureRandom());

  SignIn(
      Accounts accounts,
      Sessions sessions,
      Clock clock,
      @ConfigProperty(name = "ferry.access.sign-in") Rule rule,
      @ConfigProperty(name = "quarkus.http.host") String host)
      throws UnknownHostException {
    this.accounts = accounts;
    this.sessions = sessions;
    this.loopback = InetAddress.getByName(host).isLoopbackAddress();
    this.required = rule == Rule.ALWAYS || !loopback;
    this.limit = new RateLimit(5, Duration.ofMinutes(1), clock);
  }

  /** Whether we listen on this machine only. */
  public boolean onThisMachineOnly() {
    return loopback;
  }

  public boolean required() {
    return required;
  }

  /** The token of the link that makes the account; empty once there is one. */
  public Optional<String> firstToken() {
    return required && !accounts.any() ? Optional.of(firstToken) : Optional.empty();
  }

  public boolean isFirstToken(String token) {
    return firstToken()
        .filter(
            wanted ->
                MessageDigest.isEqual(
                    wanted.getBytes(StandardCharsets.UTF_8),
                    token.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  /**
   * Makes the operator's account and signs it in.
   *
   * @return the session's token; empty where the link does not hold (any more)
   * @throws IllegalArgumentException where name or password will not do; the message begins with
   *     which
   */
  public synchronized Optional<String> createAccount(String token, String name, String password) {
    if (!isFirstToken(token)) {
      return Optional.empty();
    }
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("name: a name of at most " + LONGEST_NAME + " characters");
    }
    if (password == null || password.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException(
          "password: at least " + SHORTEST_PASSWORD + " characters; a few words do");
    }
    accounts.create(name.strip(), password);
    return Optional.of(sessions.begin(name.strip()));
  }

  /** How long somebody has to wait before trying again; zero where not at all. */
  public Duration wait(String from) {
    return limit.wait(from);
  }

  /**
   * @param from the address that it came from
   * @return the session's token; empty where name or password are wrong
   */
  public Optional<String> signIn(String name, String password, String from) {
    if (!limit.wait(from).isZero()) {
      return Optional.empty();
    }
    if (!accounts.verify(name.strip(), password)) {
      limit.failed(from);
      return Optional.empty();
    }
    limit.succeeded(from);
    return Optional.of(sessions.begin(name.strip()));
  }
}
