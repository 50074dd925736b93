package org.fixtureferry.connect;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.fixtureferry.mysql.Database.Side;
import org.fixtureferry.mysql.DatabaseContents;

/**
 * What one connection to a server tells.
 *
 * @param place the database as messages name it, "eduroam_08 @ db.example.org:3306"
 * @param version such as "MySQL 5.5.9-log"
 * @param tried whether the crossing was made for such a version
 * @param tls protocol and cipher, such as "TLSv1.3 TLS_AES_256_GCM_SHA384", or "none"
 * @param account CURRENT_USER(): the account as the server's books name it
 * @param rights what it may do, one scope a line
 * @param grants the GRANT statements that it needs, ready to paste
 * @param lacking which of those rights it lacks
 * @param writes rights on the database beyond reading
 * @param contents what the target database holds; null for a source, which the survey counts
 * @param madeFor whose target it is, "host:port/database (profile)"; null where nobody's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Probe(
    Side side,
    String place,
    String version,
    boolean tried,
    String tls,
    String account,
    List<String> rights,
    List<String> grants,
    List<String> lacking,
    List<String> writes,
    boolean databaseVisible,
    ServerSettings settings,
    DatabaseContents contents,
    String madeFor) {
  public Probe {
    rights = List.copyOf(rights);
    grants = List.copyOf(grants);
    lacking = List.copyOf(lacking);
    writes = List.copyOf(writes);
  }

  public boolean lacks(String right) {
    return lacking.contains(right);
  }

  /** The statements that the account needs, in one line of a message. */
  public String grantsInOneLine() {
    return String.join(" ", grants);
  }
}
