package org.fixtureferry.console.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** The page that says what went wrong. */
@Singleton
public class ProblemPage {
  private final Frames frames;

  ProblemPage(Frames frames) {
    this.frames = frames;
  }

  @CheckedTemplate(basePath = "")
  static class Templates {
    static native TemplateInstance problem(Frame frame, String heading, String detail);

    private Templates() {}
  }

  public String render(int status, String detail) {
    String heading =
        Texts.find("error_" + status + "_heading").orElseGet(() -> Texts.text("error_heading"));
    return Templates.problem(frames.bare(heading), heading, detail).render();
  }
}
