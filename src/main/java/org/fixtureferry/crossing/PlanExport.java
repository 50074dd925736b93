package org.fixtureferry.crossing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How the fixture is written.
 *
 * @param indent spaces a level; 4 where none is given
 * @param exclude apps and models to leave out; the profile's own where none is given
 * @param ascii whether everything beyond ASCII is escaped, as Django 1.2 does; true where nothing
 *     is said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanExport(Integer indent, List<String> exclude, Boolean ascii) {
  public static final PlanExport DEFAULT = new PlanExport(null, null, null);

  public PlanExport {
    exclude = exclude == null ? null : List.copyOf(exclude);
  }
}
