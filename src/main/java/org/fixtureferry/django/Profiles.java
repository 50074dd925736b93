package org.fixtureferry.django;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The profiles that come with the program (listed in {@code profiles/index.properties}), and the
 * reader for any other.
 */
public final class Profiles {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Profiles() {}

  public static SortedSet<String> bundled() {
    return new TreeSet<>(index().stringPropertyNames());
  }

  /**
   * Reads a bundled profile.
   *
   * @throws IllegalArgumentException where no bundled profile has that name
   */
  public static Profile bundled(String name) {
    try (InputStream in = resource(folder(name) + name + ".json")) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading profile " + name, e);
    }
  }

  /**
   * SQL that fills a fresh database of this profile with a made-up sample; takes
   * {@code @institutions} and {@code @seed}.
   */
  public static String sample(String name) {
    return text(name, "sample.sql");
  }

  /** SQL that lets some time pass in that sample: rows come, change and go. */
  public static String sampleLater(String name) {
    return text(name, "sample-later.sql");
  }

  /** SQL that adds to that sample whatever MyISAM lets in and the target does not. */
  public static String sampleDirty(String name) {
    return text(name, "sample-dirty.sql");
  }

  private static String text(String name, String file) {
    try (InputStream in = resource(folder(name) + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " of profile " + name, e);
    }
  }

  /**
   * Reads any profile.
   *
   * @throws IllegalArgumentException where the description is not a profile, with line and column
   */
  public static Profile read(InputStream in) throws IOException {
    try {
      return MAPPER.readValue(in, Profile.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("This is not a profile: " + e.getMessage(), e);
    }
  }

  private static String folder(String name) {
    return Optional.ofNullable(index().getProperty(name))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no profile \""
                            + name
                            + "\". Bundled: "
                            + String.join(", ", bundled())
                            + "."))
        + "/";
  }

  private static Properties index() {
    Properties index = new Properties();
    try (InputStream in = resource("index.properties")) {
      index.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the list of profiles", e);
    }
    return index;
  }

  private static InputStream resource(String path) throws IOException {
    InputStream in = Profiles.class.getResourceAsStream("/profiles/" + path);
    if (in == null) {
      throw new IOException("The program lacks its resource profiles/" + path);
    }
    return in;
  }
}
