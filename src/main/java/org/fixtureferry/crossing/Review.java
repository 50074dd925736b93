package org.fixtureferry.crossing;

import java.time.Instant;
import java.util.List;
import org.fixtureferry.load.LoadForecast;
import org.fixtureferry.load.LoadResult;
import org.fixtureferry.load.LoadSettings;

/**
 * The stored diff before an import, and what the import would do under the policy in force.
 *
 * @param diff how the target stood when it was compared
 * @param made when that was
 * @param changed what it was made from and is no longer so: slugs of stations, keys of settings; an
 *     import that ran since is among them
 */
public record Review(LoadResult diff, Instant made, List<String> changed, LoadSettings policy) {
  public Review {
    changed = List.copyOf(changed);
  }

  /** Whether it may be imported on the strength of it. */
  public boolean current() {
    return changed.isEmpty();
  }

  public LoadForecast forecast() {
    return LoadForecast.of(diff.models(), policy);
  }
}
