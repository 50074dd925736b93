package org.fixtureferry.load;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtureferry.django.Field;
import org.fixtureferry.django.Model;
import org.fixtureferry.report.Finding;
import org.fixtureferry.report.Severity;

/** Counts, by field, the dates that the target cannot keep as the fixture writes them. */
final class DateNotes {
  private final Optional<ZoneId> zone;
  private final Map<Place, Long> aware = new LinkedHashMap<>();
  private final Map<Place, Long> cut = new LinkedHashMap<>();

  DateNotes(Optional<ZoneId> zone) {
    this.zone = zone;
  }

  private record Place(Model model, Field field) {}

  void add(Model model, Field field, DateTimeForm.Read read) {
    if (read.aware()) {
      aware.merge(new Place(model, field), 1L, Long::sum);
    }
    if (read.cut()) {
      cut.merge(new Place(model, field), 1L, Long::sum);
    }
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    aware.forEach(
        (place, count) ->
            findings.add(
                finding(
                    "aware-date",
                    place,
                    count,
                    zone.map(
                            known ->
                                "Dates that carry a time zone are written in local time of "
                                    + known
                                    + ", which the plan names.")
                        .orElse(
                            "Dates that carry a time zone are written in UTC. Where the application keeps local time, name its zone in the plan, such as timeZone: Europe/Athens."))));
    cut.forEach(
        (place, count) ->
            findings.add(
                finding(
                    "microseconds",
                    place,
                    count,
                    "The column keeps whole seconds: microseconds are cut off, as Django does on this schema.")));
    return findings;
  }

  private static Finding finding(String check, Place place, long count, String text) {
    return Finding.of(
            check, Severity.LOOK, place.model.label() + "." + place.field.name() + ": " + text)
        .at(place.model.label(), place.model.table())
        .inColumn(place.field.column(), place.field.name())
        .counting(count, List.of());
  }
}
